import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { FlowsClient } from '../../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { FlowTemplateDto } from './flow-template.dto.js';

describe('GET /flow-templates', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const templates = async ({ auth }: RegisteredCompany): Promise<FlowTemplateDto[]> =>
    (await request(app.url).get('/api/v1/flow-templates').set(auth).expect(200)).body.items;

  it('shows flows to copy in the language of the company', async () => {
    const owner = await registerCompany(app, { locale: 'en' });
    const [english, portuguese] = [
      await templates(owner),
      await templates(await registerCompany(app, { locale: 'pt-BR' })),
    ];
    expect(english.map(({ key }) => key)).toEqual(portuguese.map(({ key }) => key));
    expect(english[0]?.name).not.toBe(portuguese[0]?.name);
    const flows = new FlowsClient(app, owner);
    for (const { name, graph } of english) expect((await flows.create({ name, graph })).graph).toEqual(graph);
  });
});
