import request from 'supertest';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { withModel } from '../../../../test/support/model-of-sandbox.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AssistantSpend, ModelBudget } from './index.js';

describe('the limit of the operator for the model of the installation', () => {
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await startInbox({ env: { OPENAI_API_KEY: 'sk-installation', OPENAI_MONTHLY_CENTS: '100' } });
  });
  afterAll(() => inbox.close());

  const budget = () => inbox.app.app.get(ModelBudget, { strict: false });
  const spend = () => inbox.app.app.get(AssistantSpend, { strict: false });
  const aCompany = async () => {
    const owner = await registerCompany(inbox.app);
    const scope = CompanyScope.of(owner.company._id);
    const settings = (fields: object = {}) =>
      request(inbox.app.url).patch('/api/v1/assistant/settings').set(owner.auth).send(fields).expect(200);
    const notice = () => budget().noticeOf(scope, { conversation_id: null, cents: 0 });
    const spends = (cents: number) => spend().add(scope, null, { input: 1, output: 1, cents });
    return { owner, scope, settings, notice, spends };
  };

  it('ends the use of the model in this month, for this company only', async () => {
    const [one, other] = [await aCompany(), await aCompany()];
    await one.spends(99.5);
    expect(await one.notice()).toBeNull();
    await one.spends(0.5);
    expect(await one.notice()).toBe('month_spent');
    expect(await other.notice()).toBeNull();
  });

  it('is shown in the settings, and a lower budget of the company counts before it', async () => {
    const { settings, spends, notice } = await aCompany();
    const { body } = await settings({ budget: { monthly_cents: 20 } });
    expect(body.budget).toEqual({ monthly_cents: 20, installation_cents: 100 });
    await spends(30);
    expect(await notice()).toBe('month_spent');
    await settings({ budget: { monthly_cents: 5_000 } });
    expect(await notice()).toBeNull();
    await spends(70);
    expect(await notice()).toBe('month_spent');
  });

  it('does not count for a company with a model of its own', async () => {
    const { owner, settings, spends, notice } = await aCompany();
    await spends(200);
    await withModel(inbox, owner);
    expect(await notice()).toBeNull();
    expect((await settings()).body.budget.installation_cents).toBeNull();
  });
});
