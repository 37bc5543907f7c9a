import request from 'supertest';
import { MODEL_KEY } from '../../../../../sandbox/language-model.js';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';

const BOARDING = { title: 'Boarding', content: 'Pets stay overnight for 30 a night.', language: 'en' };
/** Shares no word with the article. */
const QUESTION = 'slumber';

interface Found {
  snippets: { title: string; score: number }[];
  abstained: boolean;
}

describe('the meaning of a question', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let jobs: InlineJobs;
  let company: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
  });
  beforeEach(async () => {
    inbox.sandbox.reset();
    company = await registerCompany(inbox.app);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'put' | 'delete', path: string, by = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(by.auth);
  const withModel = (embedding_model = 'text-embedding-3-small', by = company): request.Test =>
    api('put', '/assistant/model', by)
      .send({ base_url: inbox.sandbox.modelUrl, api_key: MODEL_KEY, model: 'small', embedding_model })
      .send({ input_price: 0, output_price: 0 })
      .expect(200);
  const add = async (article: object = BOARDING, by = company): Promise<string> =>
    String(((await api('post', '/knowledge', by).send(article).expect(201)).body as { _id: string })._id);
  const find = async (q: string, by = company): Promise<Found> =>
    (await api('get', `/knowledge/search?q=${encodeURIComponent(q)}&language=en`, by).expect(200)).body as Found;
  const vectors = (by = company): Promise<number> =>
    raw.db.collection('knowledge_vectors').countDocuments({ company_id: toObjectId(by.company._id) });
  /** The first search asks for the vectors that are missing. */
  const embedded = async (by = company): Promise<void> => {
    await find(QUESTION, by);
    await jobs.drain({ includeDelayed: true });
  };

  it('finds a text that uses other words, once its vectors are made', async () => {
    await withModel();
    await add();
    expect((await find(QUESTION)).abstained).toBe(true);
    await jobs.drain();
    const { snippets } = await find(QUESTION);
    expect(snippets).toMatchObject([{ title: 'Boarding' }]);
    expect((await find('who won the election?')).abstained).toBe(true);
  });

  it('is left out without a model for it', async () => {
    const calls = (): number => inbox.sandbox.ledger.entries({ kind: 'model.embeddings' }).length;
    const before = calls();
    await add();
    await embedded();
    expect((await find(QUESTION)).abstained).toBe(true);
    expect(calls()).toBe(before);
  });

  it('is left out while the provider does not answer; words still find', async () => {
    await withModel();
    await add();
    await embedded();
    inbox.sandbox.model.knobs.mode = '500';
    expect((await find(QUESTION)).abstained).toBe(true);
    expect((await find('boarding')).snippets).toMatchObject([{ title: 'Boarding' }]);
    inbox.sandbox.model.knobs.mode = 'ok';
    expect((await find(QUESTION)).abstained).toBe(false);
  });

  it('follows a changed text, and forgets the old one', async () => {
    await withModel();
    const id = await add();
    await embedded();
    const change = { ...BOARDING, content: 'We groom poodles.', title: 'Poodles' };
    await request(inbox.app.url).patch(`/api/v1/knowledge/${id}`).set(company.auth).send(change).expect(200);
    await embedded();
    expect((await find(QUESTION)).abstained).toBe(true);
    expect(await vectors()).toBe(1);
  });

  it('is made of many texts in several calls', async () => {
    await withModel();
    for (let number = 1; number <= 20; number++) await add({ ...BOARDING, title: `Boarding ${number}` });
    await embedded();
    expect(await vectors()).toBe(20);
    expect(await jobs.failed()).toEqual([]);
  });

  it('is left out when the budget is spent', async () => {
    await withModel();
    await request(inbox.app.url)
      .patch('/api/v1/assistant/settings')
      .set(company.auth)
      .send({ budget: { monthly_cents: 0 } })
      .expect(200);
    const calls = (): number => inbox.sandbox.ledger.entries({ kind: 'model.embeddings' }).length;
    const before = calls();
    await add();
    await embedded();
    await find(QUESTION);
    expect(calls()).toBe(before);
  });

  it('is never taken from the texts of another company', async () => {
    const other = await registerCompany(inbox.app);
    for (const one of [company, other]) await withModel('text-embedding-3-small', one);
    await add(BOARDING, other);
    await embedded(other);
    await embedded();
    expect((await find(QUESTION)).abstained).toBe(true);
    expect(await vectors()).toBe(0);
  });
});
