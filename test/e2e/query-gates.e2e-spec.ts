import { type Document, ObjectId } from 'mongodb';
import request from 'supertest';
import {
  messengerEcho,
  messengerReaction,
  messengerRead,
  messengerText,
  whatsappText,
} from '../../sandbox/events/index.js';
import { logIn, registerCompany } from '../builders/accounts.js';
import { ApiDocument } from '../support/api-document.js';
import { ApiSamples } from '../support/api-samples.js';
import { runDuties } from '../support/duties.js';
import { HttpClient } from '../support/http-client.js';
import { catalogLists, diaryLists } from '../support/booking-lists.js';
import { type Inbox, startInbox } from '../support/inbox.js';
import { planOf, QueryRecorder, type RecordedCommand } from '../support/query-recorder.js';
import { openRawDatabase, type RawDatabase } from '../support/raw-database.js';
import { settled } from '../support/settled.js';
import { aFullCompany, idsFrom, type WalkedCompany } from '../support/two-companies.js';
import { multiply } from '../support/volume.js';

type Verdict = 'COLLSCAN' | 'SORT' | 'EXAMINES';

/** Reviewed plans that do so all the same. */
const ALLOWED: readonly { plan: RegExp; verdict: Verdict; reason: string }[] = [
  { verdict: 'SORT', plan: /^find contacts .*"match_keys":\{"\$in"/, reason: 'contacts that share a phone: a handful' },
  { verdict: 'SORT', plan: /^find sessions .*"user_id"/, reason: 'the open log-ins of one person: a handful' },
  { verdict: 'SORT', plan: /^find channels /, reason: 'the channels of one company: a handful' },
  { verdict: 'SORT', plan: /^find conversations .*"_id":\{"\$in"/, reason: 'search: at most 1,000 ids, then sorted' },
  { verdict: 'SORT', plan: /^find (contacts|pets) .*"search":"RegExp"/, reason: 'search: sorts the hits of a prefix' },
  {
    verdict: 'EXAMINES',
    plan: /^find conversations .*"hint":"list_/,
    reason: 'several filters at once: reads along the index of one of them, in order, until the page is full',
  },
  { verdict: 'EXAMINES', plan: /"search":"RegExp"|"\$text"/, reason: 'search: as many as there are hits' },
];

/** More than this beside what it returns says that no index fits. */
const MAX_EXAMINED = 300;
const ROWS = 2_000;
/** As many as a company may have of most things in its catalog. */
const CATALOG_ROWS = 400;
const LISTED_TIMES = 5;
const MINUTE_MS = 60_000;

describe('query gates', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let recorder: QueryRecorder;
  let client: HttpClient;
  let api: ApiDocument;
  let company: WalkedCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    recorder = new QueryRecorder(inbox.app.app);
    client = new HttpClient(inbox.app.url);
    api = await ApiDocument.load(inbox.app);
    company = await aFullCompany(inbox, true);
    await fill(raw);
  }, 2 * MINUTE_MS);
  afterAll(async () => {
    client.close();
    await raw.close();
    await inbox.close();
  });

  const get = async (path: string): Promise<Document> => {
    const { status, body } = await request(inbox.app.url).get(`/api/v1${path}`).set(company.owner.auth);
    expect({ path, status }).toEqual({ path, status: 200 });
    return body as Document;
  };

  /** Asks for a list, and for the page after it. */
  const list = async (path: string): Promise<void> => {
    const { nextCursor } = await get(path);
    if (nextCursor) await get(`${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`);
  };

  it(
    'serves every query by an index, in its order',
    async () => {
      await walkLists(list, company);
      await walkWebhooks(inbox, raw);
      await walkAccounts(inbox);
      await walkOperations();
      await runDuties(inbox.app.app);
      const slow: string[] = [];
      const shapes = recorder.shapes();
      for (const command of shapes) {
        const { stages, examined, returned } = await planOf(raw.db, command);
        const verdicts: Verdict[] = (['COLLSCAN', 'SORT'] as const).filter((stage) => stages.includes(stage));
        if (examined > MAX_EXAMINED + 2 * returned) verdicts.push('EXAMINES');
        slow.push(
          ...verdicts
            .filter((verdict) => !isAllowed(command, verdict))
            .map((verdict) => `${verdict} ${examined} for ${returned}: ${command.shape}`),
        );
      }
      console.log(`${shapes.length} shapes of ${recorder.commands.length} commands explained`);
      expect(slow).toEqual([]);
      expect(shapes.length).toBeGreaterThan(100);
    },
    4 * MINUTE_MS,
  );

  it.each([25, 100])('lists %d conversations by at most 3 queries', async (limit) => {
    const counts: number[] = [];
    // Sweeps of the product may ask in the same moment, but not in every one.
    for (let attempt = 0; attempt < LISTED_TIMES; attempt++) {
      const from = recorder.commands.length;
      expect((await get(`/conversations?limit=${limit}`))['items']).toHaveLength(limit);
      const asked = recorder.commands
        .slice(from)
        .filter(({ collection }) => /^(conversations|read_marks|messages|contacts|identities)$/.test(collection));
      counts.push(asked.length);
    }
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.min(...counts)).toBeLessThanOrEqual(3);
  });

  /** Every operation once, on documents that exist; what it answers is for other suites. */
  const walkOperations = async (): Promise<void> => {
    const samples = new ApiSamples(api, idsFrom(company.ids));
    const session = await logIn(inbox.app, company.owner.user.email);
    for (const operation of api.operations) {
      await client.send({
        method: operation.method,
        path: samples.path(operation),
        headers: session.auth,
        body: samples.body(operation),
      });
    }
  };
});

function isAllowed({ shape }: RecordedCommand, verdict: Verdict): boolean {
  return ALLOWED.some((one) => one.verdict === verdict && one.plan.test(shape));
}

async function fill({ db }: RawDatabase): Promise<void> {
  const at = (index: number): Date => new Date(Date.now() - index * MINUTE_MS);
  await multiply(db, 'contacts', ROWS, (copy, index) => ({
    ...copy,
    full_name: `Copy ${index}`,
    match_keys: [`mail:copy${index}@example.com`],
    merged_into: null,
    created_at: at(index),
  }));
  await multiply(db, 'pets', ROWS, (copy, index) => ({ ...copy, name: `Rex ${index}`, contact_id: new ObjectId() }));
  const { company_id } = (await db.collection('services').findOne()) as Document;
  const ofCompany = async (collection: string, vary: (copy: Document, index: number) => Document): Promise<void> =>
    multiply(db, collection, CATALOG_ROWS, (copy, index) =>
      vary({ ...copy, company_id: company_id as ObjectId }, index),
    );
  await ofCompany('services', (copy, index) => ({ ...copy, kind: index % 2 ? 'timed' : 'boarding' }));
  await ofCompany('resources', (copy, index) => ({ ...copy, active: index % 2 === 0 }));
  await ofCompany('closures', (copy, index) => ({ ...copy, starts_on: dayIn2030(index), ends_on: dayIn2030(index) }));
  await ofCompany('time_off', (copy, index) => ({
    ...copy,
    staff_id: index % 3 ? copy['staff_id'] : new ObjectId(),
    starts_at: at(-index),
    ends_at: at(-index - 1),
    over_at: at(-index - 1),
  }));
  await ofCompany('appointments', (copy, index) => ({
    ...copy,
    state: index % 2 ? 'CONFIRMED' : 'CANCELLED',
    contact_id: index % 3 ? copy['contact_id'] : new ObjectId(),
    staff_ids: index % 3 ? copy['staff_ids'] : [new ObjectId()],
    starts_at: at(-index),
    ends_at: at(-index - 1),
  }));
  await multiply(db, 'conversations', ROWS, (copy, index) => ({
    ...copy,
    contact_id: new ObjectId(),
    status: ['open', 'pending', 'snoozed', 'resolved'][index % 4],
    assignee_id: index % 3 ? null : new ObjectId(),
    labels: index % 5 ? [] : ['vip'],
    waiting_since: index % 2 ? at(index) : null,
    reply_window: index % 2 ? { kind: 'standard', expires_at: at(-index) } : null,
    last_activity_at: at(index),
  }));
  await multiply(db, 'messages', ROWS * 2, (copy, index) => {
    const { outbox: _outbox, client_id: _client, ...message } = copy;
    return {
      ...message,
      seq: index + 100,
      sent_at: at(index),
      external_id: `m_copy_${index}`,
      content: `copied text ${index}`,
    };
  });
}

async function walkLists(list: (path: string) => Promise<void>, { ids }: WalkedCompany): Promise<void> {
  const filters = [
    '',
    'status=open',
    'platform=facebook',
    'assignee=me',
    'assignee=none',
    `assignee=${ids.users}`,
    'label=vip',
  ];
  const combined = [
    'status=open&platform=facebook',
    'status=open&assignee=none',
    'status=open&label=vip',
    'label=vip&assignee=me&platform=facebook',
    'view=mine&unread=true',
    'view=unassigned',
    'view=bot&owner=bot',
    `waiting_before=${new Date().toISOString()}`,
    `window_closes_before=${new Date(Date.now() + MINUTE_MS).toISOString()}`,
    `team_id=${ids.users}`,
  ];
  for (const sort of ['latest', 'waiting', 'window']) {
    for (const filter of [...filters, ...combined]) await list(`/conversations?sort=${sort}&limit=25&${filter}`);
    await list(`/conversations?sort=${sort}&limit=25&q=copied`);
  }
  for (const filter of ['', 'q=copy', 'tag=vip', 'platform=facebook', 'q=copy&tag=vip&platform=facebook'])
    await list(`/contacts?limit=25&${filter}`);
  for (const filter of ['', 'q=rex', `contact_id=${ids.contacts}`, `q=rex&contact_id=${ids.contacts}`])
    await list(`/pets?limit=25&${filter}`);
  for (const filter of ['', '&platform=facebook']) await list(`/messages?limit=2&contact_id=${ids.contacts}${filter}`);
  for (const path of [
    `/conversations/${ids.conversations}/messages?limit=2`,
    `/contacts/${ids.contacts}/pets?limit=1`,
    '/users?limit=1',
    '/auth/sessions',
    '/channels?limit=1',
    '/channels?platform=facebook',
    '/channels?state=live',
    ...catalogLists(ids),
    ...diaryLists(ids),
  ])
    await list(path);
}

function dayIn2030(index: number): string {
  return new Date(Date.UTC(2030, 0, 1 + (index % 365))).toISOString().slice(0, 10);
}

async function walkWebhooks({ sandbox }: Inbox, raw: RawDatabase): Promise<void> {
  const customerId = '94001';
  const mid = 'm_query_gates';
  await sandbox.webhooks.send([
    messengerText({ customerId, text: 'a question', mid }),
    messengerReaction({ customerId, mid, emoji: '❤' }),
    messengerEcho({ customerId, text: 'from the phone', appId: '263902037430900' }),
    messengerRead({ customerId, watermark: Date.now() }),
    whatsappText({ customerId: '5511970004242', text: 'hello by whatsapp' }),
  ]);
  await settled(sandbox, raw);
}

async function walkAccounts({ app }: Inbox): Promise<void> {
  const { user, tokens } = await registerCompany(app);
  const post = (path: string, body: object): request.Test => request(app.url).post(`/api/v1/auth${path}`).send(body);
  await post('/refresh', { refreshToken: tokens.refreshToken }).expect(200);
  await post('/login', { email: user.email, password: 'wrong password' }).expect(401);
  await post('/forgot-password', { email: user.email }).expect(202);
  await post('/reset-password/not-a-token', { password: 'another password' });
  await post('/verify-email', { token: 'not-a-token' }).expect(400);
  const session = await logIn(app, user.email);
  await request(app.url).post('/api/v1/auth/logout').set(session.auth).send({}).expect(204);
}
