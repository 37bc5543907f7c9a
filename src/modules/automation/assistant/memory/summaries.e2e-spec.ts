import request from 'supertest';
import { MODEL_KEY } from '../../../../../sandbox/language-model.js';
import type { PublicSalon } from '../../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, threadOf, turnsOf } from '../../../../../test/support/assistant.js';
import { FlowCustomer } from '../../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { RemovedTurnTexts } from '../removed-texts.service.js';

/** With their answers, 24 messages: those of the last turns and as many older ones. */
const QUESTIONS = 12;

describe('the summary of a long conversation', () => {
  let inbox: Inbox;
  let jobs: InlineJobs;
  let salon: PublicSalon & { scope: CompanyScope };
  let people = 7_900;

  beforeAll(async () => {
    inbox = await startInbox();
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    salon = await anAssistedSalon(inbox);
    const prices = { input_price: 100, output_price: 400 };
    await request(inbox.app.url)
      .put('/api/v1/assistant/model')
      .set(salon.auth)
      .send({ base_url: inbox.sandbox.modelUrl, model: 'small', api_key: MODEL_KEY, ...prices })
      .expect(200);
  });
  afterAll(() => inbox.close());

  const afterTalk = async (): Promise<FlowCustomer> => {
    const customer = new FlowCustomer(inbox, String(++people));
    for (let question = 1; question <= QUESTIONS; question++) {
      await customer.write(`How much is a bath for dog ${question}?`);
      await assistantIsIdle(inbox.app);
    }
    await jobs.drain();
    return customer;
  };
  const summaryOf = async ({ id }: FlowCustomer) => (await threadOf(inbox.app, salon.scope, id))?.summary;

  it('tells the model what the last messages do not show', async () => {
    const customer = await afterTalk();
    expect(await summaryOf(customer)).toMatchObject({ text: 'The customer wrote: How much is a bath for dog 1?' });
    await customer.write('And when are you open?');
    await assistantIsIdle(inbox.app);
    const [turn] = (await turnsOf(inbox.app, salon.scope, customer.id)).slice(-1);
    expect(turn?.facts?.summary).toContain('dog 1?');
    expect(turn?.facts?.turns).toHaveLength(12);
  });

  it('is forgotten when the customer removes a message that it knows', async () => {
    const customer = await afterTalk();
    const [first] = await turnsOf(inbox.app, salon.scope, customer.id);
    const messageId = String(first?.messages[0]?.message_id);
    await inbox.app.app.get(RemovedTurnTexts, { strict: false }).forget({ companyId: salon.scope.id, messageId });
    expect(await summaryOf(customer)).toBeNull();
  });
});
