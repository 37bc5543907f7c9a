import request from 'supertest';
import { aStaffMember, registerCompany } from '../../../../../test/builders/accounts.js';
import { aPublicSalon, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { withModel } from '../../../../../test/support/model-of-sandbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AssistantSpend } from '../../assistant-setup/index.js';
import type { TryAnswerDto, TryMessageDto } from './try.dto.js';

/** What a trial must not touch. */
const EFFECTS = [
  'appointments',
  'assistant_memory',
  'assistant_threads',
  'assistant_turns',
  'claims',
  'contacts',
  'conversations',
  'knowledge_gaps',
  'messages',
];

describe('trying the assistant', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let salon: PublicSalon;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
  });
  beforeEach(async () => {
    inbox.sandbox.reset();
    salon = await aPublicSalon(inbox.app);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const post = (body: object, by: { auth: PublicSalon['auth'] } = salon) =>
    request(inbox.app.url).post('/api/v1/assistant/try').set(by.auth).send(body);
  const user = (content: string): TryMessageDto => ({ role: 'user', content });
  /** Says these one after another, and returns the answers. */
  const talk = async (texts: readonly string[], more: object = {}): Promise<TryAnswerDto[]> => {
    const messages: TryMessageDto[] = [];
    const answers: TryAnswerDto[] = [];
    for (const text of texts) {
      messages.push(user(text));
      const answer = (await post({ messages, ...more }).expect(200)).body as TryAnswerDto;
      messages.push({ role: 'assistant', content: answer.reply });
      answers.push(answer);
    }
    return answers;
  };
  const stored = async (): Promise<string> => {
    const company_id = CompanyScope.of(salon.company._id).companyId;
    const documents = EFFECTS.map((name) => raw.db.collection(name).find({ company_id }).toArray());
    return JSON.stringify(await Promise.all(documents));
  };
  const spent = async (): Promise<number> =>
    (await inbox.app.app.get(AssistantSpend).of(CompanyScope.of(salon.company._id), null)).month;

  it('answers as to a stranger, by rules without a model', async () => {
    const [answer] = await talk(['How much is a bath?']);
    expect(answer).toMatchObject({ action: 'reply', intent: 'price', language: 'en', brain: 'rules', reason: null });
    expect(answer?.reply).toMatch(/80/);
    expect(answer?.usage).toEqual({ model_steps: 0, input_tokens: 0, output_tokens: 0, cents: 0 });
  });

  it('books to the end in a trial, and stores nothing', async () => {
    const before = await stored();
    const [offer] = await talk(['I want to book a bath']);
    expect(offer?.action).toBe('offer_slots');
    const time = offer?.choices[0]?.label ?? '';
    const answers = await talk(['I want to book a bath', time, 'yes']);
    expect(answers[1]?.reply).toMatch(/Shall I book it/);
    expect(answers[2]?.reply).toMatch(/^Booked: Bath/);
    expect(answers[2]?.tool_calls).toMatchObject([{ name: 'confirm_booking', code: 'OK' }]);
    expect(await stored()).toBe(before);
  });

  it('tries in the name of a customer, only of an own one', async () => {
    const path = '/api/v1/contacts';
    const { body } = await request(inbox.app.url).post(path).set(salon.auth).send({ full_name: 'Ana' }).expect(201);
    const contact_id = String(body._id);
    await request(inbox.app.url).post('/api/v1/pets').set(salon.auth).send({ name: 'Rex', contact_id }).expect(201);
    const [answer] = await talk(['what do you know about my pets?'], { contact_id });
    expect(answer?.reply).toMatch(/Rex/);
    const stranger = await registerCompany(inbox.app);
    await post({ messages: [user('hi')], contact_id }, stranger).expect(404);
    await post({ messages: [user('hi')], prompt_id: contact_id }).expect(404);
    await post({ messages: [{ role: 'assistant', content: 'hi' }] }).expect(400);
    await post({ messages: [] }).expect(400);
  });

  it('asks the model with the prompt that is tried, and counts its cost', async () => {
    await withModel(inbox, salon);
    const prompts = '/api/v1/assistant/prompts';
    const text = 'Speak like a pirate.';
    const prompt = await request(inbox.app.url).post(prompts).set(salon.auth).send({ text }).expect(201);
    const [answer] = await talk(['How much is a bath?'], { prompt_id: prompt.body._id });
    expect(answer).toMatchObject({ brain: 'model', action: 'reply' });
    expect(answer?.usage.cents).toBeGreaterThan(0);
    expect(await spent()).toBeCloseTo(answer?.usage.cents ?? 0, 6);
    const [call] = inbox.sandbox.ledger.entries({ kind: 'model.call' }).slice(-1);
    expect(JSON.stringify(call?.data)).toContain(text);
  });

  it('answers by rules when the budget is spent, and hands over when the model is broken', async () => {
    await withModel(inbox, salon);
    inbox.sandbox.model.knobs.mode = '500';
    const [broken] = await talk(['tell me a story about dogs']);
    expect(broken).toMatchObject({ brain: 'model', action: 'handoff', reason: 'model_failed' });
    inbox.sandbox.model.reset();
    const settings = '/api/v1/assistant/settings';
    const budget = { monthly_cents: 0 };
    await request(inbox.app.url).patch(settings).set(salon.auth).send({ budget }).expect(200);
    const [poor] = await talk(['How much is a bath?']);
    expect(poor).toMatchObject({ brain: 'rules', action: 'reply', usage: { cents: 0 } });
  });

  it('is for all staff', async () => {
    const groomer = await aStaffMember(inbox.app, salon);
    await post({ messages: [user('hi')] }, groomer).expect(200);
  });
});
