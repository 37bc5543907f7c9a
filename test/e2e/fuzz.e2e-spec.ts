import { getConnectionToken } from '@nestjs/mongoose';
import fc from 'fast-check';
import type { CommandStartedEvent } from 'mongodb';
import type { Connection } from 'mongoose';
import { WireProbe } from '../../src/core/tenancy/index.js';
import { type LoggedIn, logIn } from '../builders/accounts.js';
import { AnswerJudge } from '../support/answer-judge.js';
import { ApiArbitraries, Draw, encodeText, type FuzzRequest, OPERATOR_MARK, Raw } from '../support/api-arbitraries.js';
import { ApiDocument } from '../support/api-document.js';
import { type Answer, HttpClient, type Sent } from '../support/http-client.js';
import { IdPool } from '../support/id-pool.js';
import { type Inbox, startInbox } from '../support/inbox.js';
import { sized } from '../support/sizes.js';
import { aFullCompany, type WalkedCompany } from '../support/two-companies.js';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? sized(4_000, 20_000));
/** CI repeats the same requests; the long form looks for new ones. */
const SEED = Number(process.env.FUZZ_SEED ?? sized(20_261_129, Date.now() % 2 ** 31));
const CONCURRENCY = 16;
const TIMEOUT_MS = 8 * 60_000;
const MAX_SHOWN = 25;

describe('fuzzing the API by its own document', () => {
  let inbox: Inbox;
  let client: HttpClient;
  let api: ApiDocument;
  let judge: AnswerJudge;
  let company: WalkedCompany;
  let pool: IdPool;
  let session: LoggedIn;
  let renewal: Promise<LoggedIn> | undefined;
  const operatorsOnTheWire: string[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    Object.assign(inbox.sandbox.receipts.knobs, { echo: false, statuses: false });
    client = new HttpClient(inbox.app.url, CONCURRENCY);
    api = await ApiDocument.load(inbox.app);
    judge = new AnswerJudge(api);
    company = await aFullCompany(inbox, true);
    pool = new IdPool(company.ids);
    session = company.owner;
    const driver = inbox.app.app.get<Connection>(getConnectionToken()).getClient();
    driver.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (hasForeignOperator(command)) operatorsOnTheWire.push(commandName);
    });
  });
  afterAll(async () => {
    client.close();
    await inbox.close();
  });

  /** Some requests end the session that all of them share; whoever finds it ended logs in again, once. */
  const renewed = async (): Promise<LoggedIn> => {
    renewal ??= logInAgain().finally(() => (renewal = undefined));
    session = await renewal;
    return session;
  };

  /** One request may make a colleague an owner, and another one then removes the first owner. */
  const logInAgain = async (): Promise<LoggedIn> => {
    const { owner, manager, staff } = company;
    try {
      return await logIn(inbox.app, owner.user.email);
    } catch {
      return await logIn(inbox.app, manager.user.email).catch(() => logIn(inbox.app, staff.user.email));
    }
  };

  const send = async (fuzzed: FuzzRequest): Promise<{ answer: Answer; shown: string }> => {
    const { operation } = fuzzed;
    const fill = (value: unknown): unknown => filled(value, pool);
    const path = fuzzed.path.map(fill).join('');
    const query = fuzzed.query
      .map(([name, value]) => `${encodeText(name)}=${encodeText(String(fill(value)))}`)
      .join('&');
    const sent = ({ auth }: LoggedIn = session): Sent => ({
      method: operation.method,
      path: query ? `${path}?${query}` : path,
      headers: { ...auth, ...fuzzed.headers, 'content-type': 'application/json' },
      body: fuzzed.body instanceof Raw ? fuzzed.body.text : fill(fuzzed.body),
    });
    const first = await client.send(sent());
    const answer = hasNoSession(first, operation) ? await client.send(sent(await renewed())) : first;
    pool.learn(path, answer);
    const { method, path: address, body } = sent();
    return { answer, shown: `${method} ${address} ${JSON.stringify(body)?.slice(0, 400) ?? ''}` };
  };

  it(
    `answers ${REQUESTS} requests as documented, none with a 5xx`,
    async () => {
      console.log(`fuzz seed ${SEED}; repeat with FUZZ_SEED=${SEED}`);
      const before = Object.getOwnPropertyNames(Object.prototype);
      const arbitraries = new ApiArbitraries(api);
      const operations = api.operations.filter(({ isMultipart }) => !isMultipart);
      const perOperation = Math.ceil(REQUESTS / operations.length);
      const requests = operations.flatMap((operation, index) =>
        fc.sample(arbitraries.request(operation), { numRuns: perOperation, seed: SEED + index }),
      );
      const problems = new Map<string, string>();
      const statuses = new Map<number, number>();
      const queue = shuffled(requests).values();
      const worker = async (): Promise<void> => {
        for (const fuzzed of queue) {
          const { answer, shown } = await send(fuzzed);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const problem = judge.problemOf(fuzzed.operation, answer, fuzzed.isMangled);
          if (problem) problems.set(`${fuzzed.operation.name}: ${problem}`, `${shown} -> ${answer.text.slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, worker));
      console.log(`${requests.length} requests: ${JSON.stringify(Object.fromEntries(statuses))}`);
      expect([...problems].slice(0, MAX_SHOWN)).toEqual([]);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(operatorsOnTheWire).toEqual([]);
      expect(inbox.app.app.get(WireProbe).violations).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

function hasNoSession({ status, text }: Answer, { permission }: FuzzRequest['operation']): boolean {
  return status === 401 && permission !== undefined && text.includes('INVALID_TOKEN');
}

/** The same order for the same seed, and the operations mixed. */
function shuffled(requests: readonly FuzzRequest[]): FuzzRequest[] {
  const [order] = fc.sample(fc.shuffledSubarray([...requests.keys()], { minLength: requests.length }), {
    numRuns: 1,
    seed: SEED,
  });
  return (order ?? []).map((index) => requests[index] as FuzzRequest);
}

/** Puts ids in the place of draws. */
function filled(value: unknown, pool: IdPool): unknown {
  if (value instanceof Draw) return pool.pick(value.kind, value.index);
  if (Array.isArray(value)) return value.map((item) => filled(item, pool));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, pool)]));
}

function hasForeignOperator(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => {
    const isMarked = item === OPERATOR_MARK || (Array.isArray(item) && item.includes(OPERATOR_MARK));
    return (key.startsWith('$') && isMarked) || hasForeignOperator(item);
  });
}
