import request from 'supertest';
import { registerCompany } from '../../../../../test/builders/accounts.js';
import type { PublicSalon } from '../../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, setAssistant } from '../../../../../test/support/assistant.js';
import { TappingCustomer } from '../../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { withModel } from '../../../../../test/support/model-of-sandbox.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { AssistantStatsDto } from './assistant-stats.dto.js';

describe('the numbers of the assistant', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox);
  });
  afterAll(() => inbox.close());

  const get = (query: object = {}, by: { auth: PublicSalon['auth'] } = salon) =>
    request(inbox.app.url).get('/api/v1/assistant/stats').query(query).set(by.auth);
  const stats = async (query: object = {}): Promise<AssistantStatsDto> =>
    (await get(query).expect(200)).body as AssistantStatsDto;
  const write = async (customer: TappingCustomer, text: string): Promise<void> => {
    await customer.write(text);
    await assistantIsIdle(inbox.app);
  };
  const tap = async (customer: TappingCustomer): Promise<void> => {
    await customer.tap(customer.shown[0]?.title ?? '');
    await assistantIsIdle(inbox.app);
  };

  it('count answers, bookings, hand-offs, drafts and cost by day', async () => {
    const ana = new TappingCustomer(inbox, '8901', 'facebook');
    await write(ana, 'How much is a bath?');
    await write(ana, 'I want to book a bath');
    await tap(ana);
    await tap(ana);
    await write(new TappingCustomer(inbox, '8902', 'facebook'), 'This is terrible, I want to complain');
    await write(new TappingCustomer(inbox, '8904', 'facebook'), 'my dog is not breathing');
    await setAssistant(inbox.app, salon, { mode: 'suggest' });
    await withModel(inbox, salon);
    await write(new TappingCustomer(inbox, '8903', 'facebook'), 'How much is a bath?');
    const today = new Date().toISOString().slice(0, 10);
    const found = await stats({ from: today, to: today });
    expect(found).toMatchObject({
      turns: 6,
      answered_alone: 4,
      handed_off: 1,
      emergencies: 1,
      by_reason: [{ reason: 'complaint', count: 1 }],
      booked: 1,
      moved: 0,
      cancelled: 0,
      suggestions: { accepted: 0, edited: 0, rejected: 0, open: 1 },
    });
    expect(found.cents).toBeGreaterThan(0);
    expect(found.input_tokens).toBeGreaterThan(0);
    const { cents } = found;
    expect(found.by_day).toEqual([{ date: today, turns: 6, answered_alone: 4, handed_off: 1, booked: 1, cents }]);
  });

  it('have every day of the period, in the zone of the company', async () => {
    const { by_day } = await stats();
    expect(by_day).toHaveLength(30);
    expect((await stats({ from: '2030-01-30', to: '2030-02-02' })).by_day.map(({ date }) => date)).toEqual([
      '2030-01-30',
      '2030-01-31',
      '2030-02-01',
      '2030-02-02',
    ]);
    const patch = { time_zone: 'Pacific/Kiritimati' };
    await request(inbox.app.url).patch('/api/v1/companies/me').set(salon.auth).send(patch).expect(200);
    const there = await stats();
    expect(there.by_day.reduce((sum, { turns }) => sum + turns, 0)).toBe(6);
    expect(there.by_day.at(-1)?.date).toBe(
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date()),
    );
  });

  it('belong to one company, and refuse wrong periods', async () => {
    const stranger = await registerCompany(inbox.app);
    expect((await get({}, stranger).expect(200)).body).toMatchObject({
      turns: 0,
      emergencies: 0,
      by_reason: [],
      cents: 0,
    });
    expect((await get({ from: '2030-02-01', to: '2030-01-01' }).expect(400)).body.code).toBe('BAD_PERIOD');
    await get({ from: '2028-01-01', to: '2030-01-01' }).expect(400);
    await get({ from: 'yesterday' }).expect(400);
  });
});
