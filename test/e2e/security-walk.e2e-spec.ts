import request from 'supertest';
import { type Role, ROLES } from '../../src/core/auth-guards/index.js';
import { bearer, logIn } from '../builders/accounts.js';
import { claimsOf, signAccessToken } from '../support/access-tokens.js';
import { ApiDocument, type Operation } from '../support/api-document.js';
import { ApiSamples } from '../support/api-samples.js';
import { routesOf } from '../support/express-routes.js';
import { type Answer, HttpClient, type Sent } from '../support/http-client.js';
import { type Inbox, startInbox } from '../support/inbox.js';
import { RequestExamples } from '../support/request-examples.js';
import {
  CHANGES,
  FIELDS_OF_MANAGERS,
  PUBLIC_OPERATIONS,
  REFUSED_EXAMPLES,
  WITHOUT_IF_MATCH,
} from '../support/reviewed-operations.js';
import { resourceOf } from '../support/field-resources.js';
import { aFullCompany, idsFrom, type WalkedCompany } from '../support/two-companies.js';

/** Routes outside the document: the document itself, and the pages of visitors. */
const UNDOCUMENTED = /^GET \/(api\/docs|book\/|booking\/(manage|waitlist)\/)/;

/** Ends the caller's own account, so the walk by roles leaves it to the suites of accounts. */
const ENDING = 'DELETE /api/v1/users/me';

/** Has no example: its address is signed anew for each file. */
const MEDIA_FILE = /media\/files/;

const NOBODY = 'ffffffffffffffffffffffff';

describe('security walk', () => {
  let inbox: Inbox;
  let client: HttpClient;
  let api: ApiDocument;
  let guarded: readonly Operation[];
  let walked: WalkedCompany;
  let examples: RequestExamples;

  beforeAll(async () => {
    inbox = await startInbox();
    client = new HttpClient(inbox.app.url);
    api = await ApiDocument.load(inbox.app);
    guarded = api.operations.filter(({ permission }) => permission !== undefined);
    walked = await aFullCompany(inbox, true);
    const idFor = idsFrom(walked.ids);
    examples = new RequestExamples(
      inbox,
      walked,
      new ApiSamples(api, () => NOBODY),
      (ids) => new ApiSamples(api, (name) => ids[name] ?? ids[resourceOf(name)] ?? idFor(name)),
    );
  });
  afterAll(async () => {
    client.close();
    await inbox.close();
  });

  const call = (
    operation: Operation,
    samples: ApiSamples,
    headers: Record<string, string> = {},
    body = samples.body(operation),
  ): Promise<Answer> => client.send({ method: operation.method, path: samples.path(operation), headers, body });

  /** Runs the calls and answers those whose status was not expected, so that one failure shows them all. */
  const unexpected = async (
    make: (operation: Operation) => Promise<Answer>,
    operations: readonly Operation[],
    isExpected: (answer: Answer, operation: Operation) => boolean,
  ): Promise<string[]> => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const answer = await make(operation);
      const { status, text } = answer;
      if (!isExpected(answer, operation)) wrong.push(`${operation.name} -> ${status} ${text.slice(0, 200)}`);
    }
    return wrong;
  };

  describe('inventory', () => {
    it('documents every route of the router, and has every documented route', () => {
      const routes = routesOf(inbox.app.app).filter((route) => !UNDOCUMENTED.test(route));
      expect(routes.sort()).toEqual(api.operations.map(({ name }) => name).sort());
    });

    it('has for every operation a permission, or a reviewed reason to be public', () => {
      const open = api.operations.filter(({ permission }) => permission === undefined).map(({ name }) => name);
      expect(open.sort()).toEqual(Object.keys(PUBLIC_OPERATIONS).sort());
      for (const { roles } of guarded) expect(roles).toContain('super_admin');
    });
  });

  describe('If-Match', () => {
    it('is taken by every PATCH of a document that several people change', () => {
      const patches = guarded.filter(({ method }) => method === 'PATCH');
      const without = patches.filter(({ parameters }) => !parameters.some(({ name }) => name === 'If-Match'));
      expect(without.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_IF_MATCH).sort());
      expect(patches.map(({ name }) => name).sort()).toEqual(
        [...Object.keys(CHANGES), ...Object.keys(WITHOUT_IF_MATCH)].sort(),
      );
    });

    it.each(Object.entries(CHANGES))('refuses a stale version: %s', async (name, bodyOf) => {
      // Only a note may be edited.
      const ids = { ...walked.ids, messages: String(walked.ids['notes']) };
      const path = new ApiSamples(api, idsFrom(ids)).path({ path: name.replace('PATCH ', '') });
      let changes = 0;
      const change = (headers = {}): Promise<Answer> =>
        client.send({
          method: 'PATCH',
          path,
          headers: { ...walked.owner.auth, ...headers },
          body: bodyOf(++changes, ids),
        });
      const tagOf = ({ headers: { etag } }: Answer): { 'if-match': string } => ({ 'if-match': String(etag) });
      const first = await change();
      expect(first).toMatchObject({ status: 200, headers: { etag: expect.stringMatching(/^"\d+"$/) } });
      const racers = await Promise.all([change(tagOf(first)), change(tagOf(first)), change(tagOf(first))]);
      const winners = racers.filter(({ status }) => status === 200);
      const refused = racers.filter(({ status }) => status === 409 || status === 412);
      expect([winners.length, refused.length]).toEqual([1, 2]);
      const stale = await change(tagOf(first));
      expect(stale.status).toBe(412);
      expect(JSON.parse(stale.text)).toMatchObject({ code: 'VERSION_MISMATCH' });
      for (const winner of winners) expect((await change(tagOf(winner))).status).toBe(200);
      expect((await change()).status).toBe(200);
    });
  });

  describe('request examples', () => {
    /** Each example of a body with its operation, and each GET. */
    const shown = (): [Operation, unknown][] =>
      api.operations
        .filter(({ isMultipart }) => !isMultipart)
        .flatMap((operation): [Operation, unknown][] => {
          if (operation.body) return operation.bodyExamples.map((example) => [operation, example]);
          return operation.method === 'GET' && !MEDIA_FILE.test(operation.path) ? [[operation, undefined]] : [];
        });
    const answersOf = async (
      requestOf: (operation: Operation, example: unknown) => Promise<Sent>,
    ): Promise<string[]> => {
      const answers: string[] = [];
      for (const [operation, example] of shown()) {
        const { status, text } = await client.send(await requestOf(operation, example));
        const code = /(?:"code":"|[?_]error=)(\w+)/.exec(text)?.[1] ?? '';
        const isExpected = status < 300 || code === REFUSED_EXAMPLES[operation.name];
        if (!isExpected) answers.push(`${operation.name} -> ${status} ${code} ${text.slice(0, 300)}`);
      }
      return answers;
    };

    it('exist for every JSON body and every required part of a query', () => {
      const isSilent = ({ body, bodyExamples, parameters, queryExample }: Operation): boolean =>
        (body !== undefined && bodyExamples.length === 0) ||
        parameters.some((one) => one.in === 'query' && one.required && queryExample[one.name] === undefined);
      const silent = api.operations.filter((operation) => !operation.isMultipart && isSilent(operation));
      expect(silent.map(({ name }) => name)).toEqual([]);
    });

    it('succeed when the documents that they name exist', async () => {
      expect(await answersOf((operation, example) => examples.prepared(operation, example))).toEqual([]);
    });

    it('are valid when they are sent as they stand', async () => {
      const refused = await answersOf((operation, example) => examples.asItStands(operation, example));
      expect(refused.filter((answer) => /-> (5|\d+ (VALIDATION_ERROR|INVALID_ID|BAD_REQUEST) )/.test(answer))).toEqual(
        [],
      );
    });
  });

  describe('without a valid token', () => {
    const refused = (headers: Record<string, string>): Promise<string[]> => {
      const samples = new ApiSamples(api, idsFrom(walked.ids));
      return unexpected(
        (operation) => call(operation, samples, headers),
        guarded,
        ({ status }) => status === 401,
      );
    };

    it.each([
      ['no token', {}],
      ['another scheme', { authorization: 'Basic b3duZXI6cGFzc3dvcmQ=' }],
      ['garbage', { authorization: 'Bearer garbage' }],
      ['an unsigned token', { authorization: `Bearer ${unsigned({ role: 'super_admin' })}` }],
    ])('refuses %s', async (_, headers) => expect(await refused(headers as Record<string, string>)).toEqual([]));

    it('refuses a token that has expired', async () => {
      const accessToken = signAccessToken(inbox.app, claimsOf(walked.owner), -60);
      expect(await refused(bearer({ ...walked.owner.tokens, accessToken }))).toEqual([]);
    });

    it('refuses the token of a session that was logged out', async () => {
      const session = await logIn(inbox.app, walked.owner.user.email);
      await request(inbox.app.url).post('/api/v1/auth/logout').set(session.auth).send({}).expect(204);
      expect(await refused(session.auth)).toEqual([]);
    });

    it('refuses a token whose role was raised without signing it anew', async () => {
      const { tokens } = walked.staff;
      const [head, , signature] = tokens.accessToken.split('.');
      const raised = Buffer.from(JSON.stringify({ ...claimsOf(walked.staff), role: 'owner' })).toString('base64url');
      expect(await refused({ authorization: `Bearer ${head}.${raised}.${signature}` })).toEqual([]);
    });
  });

  describe('roles', () => {
    const tokenOf = (role: Role): string => {
      if (role === 'super_admin') return signAccessToken(inbox.app, { ...claimsOf(walked.owner), role }, 600);
      return walked[role].tokens.accessToken;
    };

    it.each(ROLES)('lets %s do what the document says and nothing else', async (role) => {
      const headers = { authorization: `Bearer ${tokenOf(role)}` };
      const samples = new ApiSamples(api, () => NOBODY);
      const bodyOf = (operation: Operation): unknown => {
        const kept = FIELDS_OF_MANAGERS[operation.name];
        if (role !== 'staff' || !kept) return samples.body(operation);
        const fields = Object.entries(samples.body(operation) as object);
        return Object.fromEntries(fields.filter(([field]) => !kept.includes(field)));
      };
      const wrong = await unexpected(
        (operation) => call(operation, samples, headers, bodyOf(operation)),
        guarded.filter(({ name }) => name !== ENDING),
        (answer, { roles }) => (roles.includes(role) ? isLetIn(answer) : answer.status === 403),
      );
      expect(wrong).toEqual([]);
    });

    it.each(Object.entries(FIELDS_OF_MANAGERS))('refuses fields of managers from staff: %s', async (name, fields) => {
      const samples = new ApiSamples(api, () => NOBODY);
      const operation = guarded.find((one) => one.name === name) as Operation;
      const body = samples.body(operation) as Record<string, unknown>;
      for (const field of fields) {
        const answer = await call(operation, samples, walked.staff.auth, { [field]: body[field] });
        expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('FORBIDDEN') });
      }
    });
  });
});

/** A caller who may not is told so by these codes; other refusals come from behind the guards. */
function isLetIn({ status, text }: Answer): boolean {
  return status < 500 && !/"code":"(INVALID_TOKEN|TOKEN_EXPIRED|FORBIDDEN)"/.test(text);
}

function unsigned(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: NOBODY, cid: NOBODY, sid: NOBODY, ...claims })}.`;
}
