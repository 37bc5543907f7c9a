import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { ImportResultDto } from '../dto/import.dto.js';

const CSV = 'question;answer;language\nDo you trim nails?;Yes, for 15.;en\nCortam unhas?;Sim.;pt-BR\n';

describe('the import of articles', () => {
  let app: TestApp;
  let company: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    company = await registerCompany(app);
  });
  afterAll(() => app.close());

  const send = (text: string | Buffer, query: object = {}): request.Test =>
    request(app.url)
      .post('/api/v1/knowledge/import')
      .query(query)
      .set(company.auth)
      .attach('file', Buffer.from(text), 'faq.csv');
  const sent = async (text: string | Buffer, query: object = {}): Promise<ImportResultDto> =>
    (await send(text, query).expect(200)).body as ImportResultDto;
  const stored = async (): Promise<{ title: string; version: number; active: boolean; kind: string }[]> =>
    (await request(app.url).get('/api/v1/knowledge').set(company.auth).expect(200)).body.items;

  it('says first what it would do, then does it, and does nothing twice', async () => {
    const counts = { created: 2, updated: 0, unchanged: 0, problems: [] };
    expect(await sent(CSV, { check: true })).toMatchObject(counts);
    expect(await stored()).toEqual([]);
    expect(await sent(CSV)).toMatchObject(counts);
    expect(await stored()).toMatchObject([
      { title: 'Cortam unhas?', language: 'pt-BR', kind: 'faq', active: true },
      { title: 'Do you trim nails?', language: 'en', kind: 'faq', active: true },
    ]);
    expect(await sent(CSV)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const changed = CSV.replace('for 15', 'for 20');
    expect(await sent(changed)).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const { body } = await request(app.url).get('/api/v1/knowledge/search?q=trim nails').set(company.auth);
    expect(body.snippets).toMatchObject([{ text: 'Yes, for 20.' }]);
  });

  it('imports nothing if a row has a problem, and names each', async () => {
    const csv = 'title,content,kind,language\nA,x,,\n,y,,\nB,,,\nC,z,note,\nD,z,,portuguese\na,again,,\n';
    const { body } = await send(csv).expect(422);
    expect(body.code).toBe('IMPORT_HAS_PROBLEMS');
    expect(body.details.rows).toMatchObject([
      { row: 3, problems: [{ column: 'title', code: 'VALUE_MISSING' }] },
      { row: 4, problems: [{ column: 'content', code: 'VALUE_MISSING' }] },
      { row: 5, problems: [{ column: 'kind', code: 'INVALID_KIND', details: { value: 'note' } }] },
      { row: 6, problems: [{ column: 'language', code: 'INVALID_LANGUAGE' }] },
      { row: 7, problems: [{ column: 'title', code: 'TITLE_TWICE' }] },
    ]);
    expect(await stored()).toEqual([]);
    expect((await sent(csv, { check: true })).problems).toEqual(body.details.rows);
  });

  it('reads texts, and adds them as drafts if it is told so', async () => {
    const text = '# Hours\nDaily.<!-- hidden -->\n\nQ: Do you take cats?\nA: On Tuesdays.';
    expect(await sent(text, { format: 'text', active: false })).toMatchObject({ created: 2 });
    expect(await stored()).toMatchObject([
      { title: 'Do you take cats?', kind: 'faq', active: false },
      { title: 'Hours', kind: 'article', active: false, excerpt: 'Daily.' },
    ]);
  });

  it('reads the files of old spreadsheets', async () => {
    const latin1 = Buffer.from('pergunta;resposta\nTem estacionamento à noite?;Sim, é grátis.\n', 'latin1');
    expect((await sent(latin1, { language: 'pt-BR' })).articles).toMatchObject([
      { title: 'Tem estacionamento à noite?', excerpt: 'Sim, é grátis.', kind: 'faq', language: 'pt-BR' },
    ]);
  });

  it.each([
    ['a file without the columns', 'a,b\n1,2\n', 'COLUMNS_MISSING'],
    ['an empty file', '', 'FILE_EMPTY'],
    ['too many rows', `title,content\n${'t,c\n'.repeat(1_001)}`, 'IMPORT_TOO_LARGE'],
  ])('refuses %s', async (_, text, code) => {
    expect((await send(text).expect(422)).body.code).toBe(code);
  });

  it('keeps one article when two people import the same file at once', async () => {
    await Promise.all([sent(CSV), sent(CSV), sent(CSV)]);
    expect(await stored()).toHaveLength(2);
  });
});
