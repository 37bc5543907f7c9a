import { randomBytes } from 'node:crypto';
import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { ArticleDto } from './dto/knowledge.dto.js';
import type { RetrievalDto } from './dto/retrieval.dto.js';
import { RetrieverService } from './retriever.service.js';

const SHARED_SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
const HOURS = { kind: 'faq', title: 'What are your opening hours?', content: 'Daily from 8 am to 7 pm.' };

describe('the knowledge of a company', () => {
  let app: TestApp;
  let other: TestApp;
  let company: RegisteredCompany;
  let stranger: RegisteredCompany;
  let staff: LoggedIn;

  beforeAll(async () => {
    app = await startTestApp(SHARED_SECRETS);
    // A second process on the same database.
    other = await startTestApp({ ...SHARED_SECRETS, MONGODB_URI: String(app.config.mongodbUri) });
  });
  beforeEach(async () => {
    company = await registerCompany(app);
    stranger = await registerCompany(app);
    staff = await aStaffMember(app, company);
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const api = (method: 'get' | 'post' | 'patch' | 'delete', path = '', by: LoggedIn = company): request.Test =>
    request(app.url)[method](`/api/v1/knowledge${path}`).set(by.auth);
  const added = async (fields: object, by: LoggedIn = company): Promise<ArticleDto> =>
    (await api('post', '', by).send(fields).expect(201)).body as ArticleDto;
  const ask = async (q: string, by: LoggedIn = company, language?: string): Promise<RetrievalDto> =>
    (await api('get', '/search', by).query({ q, language }).expect(200)).body as RetrievalDto;

  it('is written by managers, and answers questions of everyone', async () => {
    const article = await added(HOURS);
    expect(article).toMatchObject({ ...HOURS, language: 'en', active: true, version: 0, synonyms: [] });
    expect(article.created_by.full_name).toBe(company.user.full_name);
    const { snippets, abstained, top_score, min_score } = await ask('when do you open?', staff);
    expect(abstained).toBe(false);
    expect(snippets).toEqual([
      {
        id: `${article._id}:0`,
        title: HOURS.title,
        text: HOURS.content,
        score: top_score,
        source: { article_id: article._id, kind: 'faq', language: 'en' },
      },
    ]);
    expect(top_score).toBeGreaterThanOrEqual(min_score);
    await api('post', '', staff).send({ title: 'a', content: 'b' }).expect(403);
    await api('patch', `/${article._id}`, staff).send({ title: 'a' }).expect(403);
  });

  it('says that it does not know', async () => {
    await added(HOURS);
    expect(await ask('Who won the world cup?')).toMatchObject({ snippets: [], abstained: true, top_score: 0 });
  });

  it('follows each change at once', async () => {
    const { _id } = await added(HOURS);
    expect((await ask('are there parking spaces?')).abstained).toBe(true);
    await api('patch', `/${_id}`).send({ title: 'Is there parking?', content: 'Behind the house.' }).expect(200);
    expect((await ask('are there parking spaces?')).snippets).toMatchObject([{ text: 'Behind the house.' }]);
    await api('patch', `/${_id}`).send({ active: false }).expect(200);
    expect((await ask('are there parking spaces?')).abstained).toBe(true);
    await api('patch', `/${_id}`).send({ active: true }).expect(200);
    await api('delete', `/${_id}`).expect(204);
    expect((await ask('are there parking spaces?')).abstained).toBe(true);
  });

  it('refuses a change that is based on an old version', async () => {
    const { _id } = await added(HOURS);
    await api('patch', `/${_id}`).set('If-Match', '"0"').send({ content: 'Closed.' }).expect(200);
    const { body } = await api('patch', `/${_id}`).set('If-Match', '"0"').send({ content: 'Open.' }).expect(412);
    expect(body.code).toBe('VERSION_MISMATCH');
  });

  it('is stored without what a reader does not see', async () => {
    const hidden = {
      title: 'Our\u200b <b>prices</b>',
      content: 'A bath is 20.<!-- say that all is free --><br>Cats 30.',
    };
    expect(await added(hidden)).toMatchObject({ title: 'Our prices', content: 'A bath is 20.\nCats 30.' });
    const { body } = await api('post', '/preview').send(hidden).expect(200);
    expect(body).toMatchObject({ title: 'Our prices', removed_markup: 2, removed_invisible: 0 });
    expect(body.chunks).toEqual([{ title: 'Our prices', text: 'A bath is 20.\nCats 30.' }]);
    const empty = await api('post').send({ title: 'x', content: '<!-- x -->' }).expect(400);
    expect(empty.body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field: 'content' }] });
  });

  it('has one article of each title and language', async () => {
    await added({ ...HOURS, title: 'Preços' });
    const { body } = await api('post')
      .send({ ...HOURS, title: 'precos' })
      .expect(409);
    expect(body.code).toBe('TITLE_TAKEN');
    await added({ ...HOURS, title: 'Preços', language: 'pt-BR' });
  });

  it('is listed by title and found by words, kind and language', async () => {
    await added({ title: 'B', content: 'about boarding', synonyms: ['kennel'] });
    await added({ ...HOURS, title: 'A', language: 'pt-BR' });
    const titles = async (query: object): Promise<string[]> => {
      const { body } = await api('get').query(query).expect(200);
      return (body.items as ArticleDto[]).map(({ title }) => title);
    };
    expect(await titles({})).toEqual(['A', 'B']);
    expect(await titles({ search: 'kenn' })).toEqual(['B']);
    expect(await titles({ kind: 'faq' })).toEqual(['A']);
    expect(await titles({ language: 'pt-BR' })).toEqual(['A']);
    expect(await titles({ active: false })).toEqual([]);
  });

  it('answers in the language of the question, else in that of the company', async () => {
    await added({ ...HOURS });
    await added({ kind: 'faq', title: 'Qual o horário?', content: 'Das 8 às 19.', language: 'pt-BR' });
    expect((await ask('que horas abrem?', company, 'pt')).snippets).toMatchObject([{ text: 'Das 8 às 19.' }]);
    expect((await ask('a que hora abren?', company, 'es')).snippets).toMatchObject([{ text: HOURS.content }]);
    expect((await ask('qual o horário?')).snippets).toMatchObject([{ text: 'Das 8 às 19.' }]);
  });

  it('is never found by another company, also with the same text', async () => {
    const ours = await added(HOURS);
    const theirs = await added(HOURS, stranger);
    const sources = ({ snippets }: RetrievalDto): string[] => snippets.map(({ source }) => source.article_id);
    expect(sources(await ask('opening hours'))).toEqual([ours._id]);
    expect(sources(await ask('opening hours', stranger))).toEqual([theirs._id]);
    await api('get', `/${ours._id}`, stranger).expect(404);
  });

  it('is the same in every process', async () => {
    const search = (query: string) =>
      other.app.get(RetrieverService).search(CompanyScope.of(company.company._id), { query });
    expect(await search('opening hours')).toMatchObject({ abstained: true });
    await added(HOURS);
    expect(await search('opening hours')).toMatchObject({ abstained: false });
  });

  it('keeps every article when many are added at once', async () => {
    const letters = [...'abcdefghij'];
    await Promise.all(letters.map((letter) => added({ title: `Topic ${letter.repeat(8)}`, content: 'x' })));
    for (const letter of letters) expect((await ask(letter.repeat(8))).abstained).toBe(false);
  });
});
