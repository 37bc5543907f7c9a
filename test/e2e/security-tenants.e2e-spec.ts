import { ObjectId } from 'mongodb';
import { SchedulerRegistry } from '@nestjs/schedule';
import request from 'supertest';
import { isAllowed, ROLES } from '../../src/core/auth-guards/index.js';
import { aContact } from '../builders/contacts.js';
import { claimsOf, signAccessToken } from '../support/access-tokens.js';
import { ApiDocument, type Operation } from '../support/api-document.js';
import { ApiSamples, isOwnId } from '../support/api-samples.js';
import { CANARY, idsOf, plantCanaries, storedBy } from '../support/canaries.js';
import { type Answer, HttpClient } from '../support/http-client.js';
import { type Inbox, StaffSocket, startInbox } from '../support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../support/raw-database.js';
import { socketEvents } from '../support/socket-events.js';
import { aFullCompany, idsFrom, NOBODY, type WalkedCompany } from '../support/two-companies.js';

/** Every client event with a payload that names another company's documents, and what that must come to. */
const SOCKET_EVENTS: Readonly<Record<string, { fields: readonly string[]; more?: object; outcome: object }>> = {
  'conversation:join': { fields: ['conversationId'], outcome: { ok: false, code: 'NOT_FOUND' } },
  // Leaving a room one is not in tells nothing.
  'conversation:leave': { fields: ['conversationId'], outcome: { ok: true } },
  'conversation:viewing': {
    fields: ['conversationId'],
    more: { visible: true },
    outcome: { ok: false, code: 'NOT_FOUND' },
  },
  'typing:start': { fields: ['conversationId'], outcome: { ok: false, code: 'NOT_FOUND' } },
  'typing:stop': { fields: ['conversationId'], outcome: { ok: false, code: 'NOT_FOUND' } },
  'message:read': { fields: ['conversationId'], more: { upToSeq: 1 }, outcome: { ok: false, code: 'NOT_FOUND' } },
  resume: { fields: [], more: { since: 0 }, outcome: { ok: true } },
  'session:renew': { fields: [], more: { token: 'no-token' }, outcome: { ok: false, code: 'INVALID_TOKEN' } },
};

/** References that are answered without the document they name: nothing of it can come to light. */
const UNCHECKED_REFERENCES: readonly string[] = [];

/** These write a document of the caller's company under a name that other companies may use, too. */
const NAMED_BY_THE_CALLER: readonly string[] = ['PUT /api/v1/secrets/{name}'];

const MULTIPART = 'multipart/form-data; boundary=sample';
const A_FILE = [
  '--sample',
  'content-disposition: form-data; name="file"; filename="proof.pdf"',
  'content-type: application/pdf',
  '',
  '%PDF-1.4',
  '--sample--',
  '',
].join('\r\n');

/** The required query parameters of an operation, with a text each. */
const requiredQuery = ({ parameters }: Operation): string => {
  const required = parameters.filter((one) => one.required && one.in === 'query');
  return required.length === 0 ? '' : `?${required.map(({ name }) => `${name}=sample`).join('&')}`;
};

/** What others may say to a reference to a document that is not theirs: not there, not yours, or nothing was changed. */
const isRefusal = ({ status, text }: Answer): boolean =>
  [400, 403, 404].includes(status) || (status === 200 && text === '{"updated":0}');

describe('the wall between two companies', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let client: HttpClient;
  let guarded: readonly Operation[];
  let api: ApiDocument;
  let theirs: WalkedCompany;
  let own: WalkedCompany;
  let ear: StaffSocket;
  let theirIds: Set<string>;
  let stored: Record<string, string>;
  const theirCompany = (): ObjectId => new ObjectId(theirs.owner.company._id);

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    client = new HttpClient(inbox.app.url);
    api = await ApiDocument.load(inbox.app);
    guarded = api.operations.filter(({ permission }) => permission !== undefined);
    theirs = await aFullCompany(inbox, true);
    own = await aFullCompany(inbox, false);
    ear = await StaffSocket.connect(inbox.app, own.owner.tokens.accessToken);
    expect(await plantCanaries(inbox.app.app, raw.db, theirCompany())).toBeGreaterThan(100);
    theirIds = await idsOf(raw.db, theirCompany());
    // Sweeps would change documents while they are compared.
    const scheduled = inbox.app.app.get(SchedulerRegistry, { strict: false });
    scheduled.getIntervals().forEach((name) => scheduled.deleteInterval(name));
    stored = await storedBy(raw.db, theirCompany());
  });
  afterAll(async () => {
    ear.close();
    client.close();
    await raw.close();
    await inbox.close();
  });

  /** Sends as the other company's owner, and fails at any sign of the walled company that the request did not hold. */
  const send = async (operation: Pick<Operation, 'method'>, path: string, body?: unknown): Promise<Answer> => {
    const { authorization } = own.owner.auth;
    const headers = { authorization, ...(body === A_FILE && { 'content-type': MULTIPART }) };
    const answer = await client.send({ method: operation.method, path, body, headers });
    const received = JSON.stringify(answer.headers) + answer.text;
    const sent = path + JSON.stringify(body ?? null);
    const leaks = [...theirIds].filter((id) => received.includes(id) && !sent.includes(id));
    if (received.includes(CANARY) && !sent.includes(CANARY)) leaks.push(CANARY);
    if (leaks.length > 0)
      throw new Error(`${operation.method} ${path} leaks ${leaks.join(', ')}: ${answer.text.slice(0, 300)}`);
    return answer;
  };

  it('answers every path that names their document with 404', async () => {
    const [samples, foreign] = [new ApiSamples(api, idsFrom(own.ids)), new ApiSamples(api, idsFrom(theirs.ids))];
    const wrong: string[] = [];
    const naming = guarded.filter(({ path, name }) => path.includes('{') && !NAMED_BY_THE_CALLER.includes(name));
    for (const operation of naming) {
      const body = operation.isMultipart ? A_FILE : samples.body(operation);
      const { status, text } = await send(operation, foreign.path(operation) + requiredQuery(operation), body);
      if (status !== 404) wrong.push(`${operation.name} -> ${status} ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('accepts no reference to their documents in a body', async () => {
    const samples = new ApiSamples(api, idsFrom(own.ids));
    const foreign = idsFrom(theirs.ids);
    const wrong: string[] = [];
    for (const operation of guarded) {
      const schema = operation.body && api.resolve(operation.body);
      for (const [field, fieldSchema] of Object.entries(schema?.properties ?? {}).filter(([name]) => isOwnId(name))) {
        const isList = api.resolve(fieldSchema).type === 'array';
        const reference = { [field]: isList ? [foreign(field)] : foreign(field) };
        const required = Object.fromEntries(
          (schema?.required ?? []).map((name) => [name, samples.value(schema?.properties?.[name] ?? {}, name)]),
        );
        const answer = await send(operation, samples.path(operation), { ...required, ...reference });
        const name = `${operation.name} ${field}`;
        if (!isRefusal(answer) && !UNCHECKED_REFERENCES.includes(name))
          wrong.push(`${name} -> ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('finds nothing of theirs by any filter, search or cursor', async () => {
    const lists = guarded.filter(isPagedList);
    const foreign = idsFrom(theirs.ids);
    const pathOf = ({ path, parameters }: Operation, more: readonly string[]): string => {
      const required = parameters.filter((one) => one.required).map(({ name }) => `${name}=${foreign(name)}`);
      return `${path}?${[...new Set([...required, ...more])].join('&')}`;
    };
    const cursors = await Promise.all(
      lists.map(async (operation) => {
        const { body } = await request(inbox.app.url)
          .get(pathOf(operation, ['limit=1']))
          .set(theirs.owner.auth);
        return (body as { nextCursor?: string | null }).nextCursor;
      }),
    );
    const probes = [
      [],
      ...['q', 'label', 'tag'].map((name) => [`${name}=${CANARY}`]),
      ...cursors.filter((cursor) => typeof cursor === 'string').map((cursor) => [`cursor=${cursor}`]),
    ];
    for (const operation of lists) {
      const names = operation.parameters.map(({ name }) => name).filter(isOwnId);
      for (const probe of [...probes, ...names.map((name) => [`${name}=${foreign(name)}`])]) {
        expect((await send(operation, pathOf(operation, probe))).status).toBeLessThan(500);
      }
    }
  });

  it('keeps a stored answer of theirs from who repeats their idempotency key', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = { full_name: 'The Same Name' };
    const create = (by: WalkedCompany): request.Test =>
      request(inbox.app.url).post('/api/v1/contacts').set(by.owner.auth).set(headers).send(body).expect(201);
    const [first, second] = [await create(own), await create(theirs)];
    expect(second.body._id).not.toBe(first.body._id);
    await raw.db.collection('contacts').deleteOne({ _id: new ObjectId(second.body._id as string) });
  });

  describe('over sockets', () => {
    it('knows every event, and each needs a permission', () => {
      const events = socketEvents(inbox.app.app);
      expect(events.map(({ name }) => name).sort()).toEqual(Object.keys(SOCKET_EVENTS).sort());
      expect(events.filter(({ permission }) => permission === undefined)).toEqual([]);
    });

    it.each(Object.entries(SOCKET_EVENTS))('%s reaches nothing of theirs', async (event, { fields, more, outcome }) => {
      const foreign = idsFrom(theirs.ids);
      const payload = { ...Object.fromEntries(fields.map((field) => [field, foreign(field)])), ...more };
      expect(await ear.emit(event, payload)).toMatchObject(outcome);
    });

    it.each(ROLES)('lets %s send what the permissions say', async (role) => {
      const token = signAccessToken(inbox.app, { ...claimsOf(own.owner), role }, 600);
      const socket = await StaffSocket.connect(inbox.app, token);
      for (const { name, permission } of socketEvents(inbox.app.app)) {
        const answer = await socket.emit(name, {});
        expect(answer['code'] === 'FORBIDDEN').toBe(!permission || !isAllowed(role, permission));
      }
      socket.close();
    });
  });

  it('has changed nothing of theirs by all this', async () => {
    await raw.db.collection('idempotency_keys').deleteMany({ company_id: theirCompany() });
    expect(await storedBy(raw.db, theirCompany())).toEqual(stored);
    const events = await raw.db.collection('realtime_events').find({ company_id: theirCompany() }).toArray();
    const ownIds = [own.owner.company._id, own.owner.user._id, ...Object.values(own.ids)].filter((id) => id !== NOBODY);
    expect(ownIds.filter((id) => JSON.stringify(events).includes(id))).toEqual([]);
  });

  it('tells their sockets, and nobody else’s, of what they do', async () => {
    const theirEar = await StaffSocket.connect(inbox.app, theirs.owner.tokens.accessToken);
    const contact = await aContact(inbox.app, theirs.owner, { full_name: `${CANARY} Dias` });
    await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(theirs.owner.auth)
      .send({
        contact_id: contact._id,
        role: 'user',
        direction: 'inbound',
        platform: 'web',
        content: `${CANARY} writes`,
      })
      .expect(201);
    await theirEar.next(
      'message:new',
      ({ message }) => (message as { content: string }).content === `${CANARY} writes`,
    );
    await ear.emit('resume', { since: 0 });
    const frames = JSON.stringify(ear.received);
    expect(frames).not.toContain(CANARY);
    expect([...theirIds].filter((id) => frames.includes(id))).toEqual([]);
    theirEar.close();
  });
});

function isPagedList({ method, parameters }: Operation): boolean {
  return (
    method === 'GET' && parameters.some(({ name }) => name === 'cursor') && !parameters.some((one) => one.in === 'path')
  );
}
