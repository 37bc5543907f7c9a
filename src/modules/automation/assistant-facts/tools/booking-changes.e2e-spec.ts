import { Types } from 'mongoose';
import request from 'supertest';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { AssistantCustomer, codeOf, valueOf } from '../../../../../test/support/assistant-customer.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { ToolOutcome } from '../../assistant-core/index.js';

describe('changes of bookings by the assistant', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let customer: AssistantCustomer;
  const day = aWeekday();

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
  });
  beforeEach(() => open());
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const open = async (settings: Record<string, unknown> = {}, service: Record<string, unknown> = {}): Promise<void> => {
    salon = await aPublicSalon(app, settings, service);
    customer = await AssistantCustomer.of(app, salon);
  };
  const withPet = async (fields: Record<string, unknown> = {}): Promise<void> => {
    await customer.pet(fields);
    await customer.load();
  };
  const bath = { service: 's1', pet: null, appointment: null, from: day, to: day, part_of_day: null, time: null };
  const find = (more: object = {}, of = customer): Promise<ToolOutcome> =>
    of.run({ name: 'find_slots', args: { ...bath, ...more } });
  const hold = (offer: string, of = customer): Promise<ToolOutcome> => of.run({ name: 'hold_slot', args: { offer } });
  const confirm = (offer: string, of = customer, more: object = {}): Promise<ToolOutcome> =>
    of.run({ name: 'confirm_booking', args: { offer } }, more);
  const timesOf = (outcome: ToolOutcome): string[] =>
    (valueOf(outcome)['offers'] as { starts_at: string }[]).map(({ starts_at }) => starts_at.slice(11, 16));
  const first = (of = customer): string => of.offers[0]!.alias;
  const booked = (): Promise<number> =>
    raw.db.collection('appointments').countDocuments({ company_id: customer.scope.companyId, state: 'CONFIRMED' });
  const bookFirst = async (more: object = {}): Promise<void> => {
    await find(more);
    valueOf(await hold(first()));
    valueOf(await confirm(first()));
    await customer.load();
  };

  const move = (offer: string, more: object = {}): Promise<ToolOutcome> =>
    customer.run({ name: 'move_booking', args: { appointment: 'a1', offer } }, more);
  const cancel = (more: object = {}): Promise<ToolOutcome> =>
    customer.run({ name: 'cancel_booking', args: { appointment: 'a1' } }, more);
  const forMove = { service: null, appointment: 'a1' };

  it('moves it to a time that was offered for it, and once only', async () => {
    await withPet({ name: 'Luna' });
    await bookFirst({ time: '10:00' });
    const times = timesOf(await find({ ...forMove, time: '15:00' }));
    expect(times).toContain('15:00');
    const { alias, starts_at } = customer.offers.find((one) => one.starts_at.toISOString().includes('T15:00'))!;
    const context = customer.context();
    const moved = await Promise.all([move(alias, context), move(alias, context)]);
    const value = {
      service: 'Bath',
      pet: 'Luna',
      starts_at: starts_at.toISOString(),
      status: 'booked',
      link: expect.any(String),
    };
    expect(moved.map(valueOf)).toEqual([value, value]);
    expect(valueOf(await move(alias, context))).toEqual(value);
    expect(await raw.db.collection('appointments').findOne({ company_id: customer.scope.companyId })).toMatchObject({
      ...{ state: 'CONFIRMED', reschedules: 1 },
    });
  });

  it('does not offer its present time, and refuses a time that was offered for something else', async () => {
    await withPet();
    await bookFirst({ time: '10:00' });
    const [{ starts_at } = { starts_at: '' }] = (await customer.load()).appointments;
    const times = timesOf(await find({ ...forMove, time: starts_at.slice(11, 16) }));
    expect(times).not.toContain(starts_at.slice(11, 16));
    expect(codeOf(await hold(first()))).toBe('OFFER_EXPIRED');
    await find({ time: '16:00' });
    expect(codeOf(await move(first()))).toBe('OFFER_EXPIRED');
  });

  it('refuses what the policy forbids, before a time is offered and when it is chosen', async () => {
    const policy = { free_cancel_hours: 0, free_reschedule_hours: 0, late_fee_percent: 0, no_show_fee_percent: 0 };
    await open({ policy: { ...policy, max_reschedules: 1 } });
    await withPet();
    await bookFirst({ time: '10:00' });
    await find({ ...forMove, time: '15:00' });
    const [one, other] = customer.offers.map(({ alias }) => alias) as [string, string];
    expect((await move(one)).ok).toBe(true);
    expect(codeOf(await move(other))).toBe('NOT_ALLOWED');
    expect(codeOf(await find({ ...forMove, time: '15:00' }))).toBe('NOT_ALLOWED');
  });

  it('refuses a change that costs another fee than the customer was told', async () => {
    const policy = {
      free_cancel_hours: 8_000,
      free_reschedule_hours: 8_000,
      late_fee_percent: 50,
      max_reschedules: 3,
    };
    await open({ policy: { ...policy, no_show_fee_percent: 0 } });
    await withPet();
    await bookFirst({ time: '10:00' });
    await find({ ...forMove, time: '15:00' });
    const { appointments } = await customer.load();
    // The question was asked a year ago, when both were free.
    const told = { appointments, now: new Date(Date.now() - 365 * 86_400_000).toISOString() };
    expect(codeOf(await cancel({ told }))).toBe('NOT_ALLOWED');
    expect(codeOf(await move(first(), { told }))).toBe('NOT_ALLOWED');
    expect(await booked()).toBe(1);
    expect((await cancel()).ok).toBe(true);
  });

  it('refuses to change an appointment that staff have moved since the question', async () => {
    await withPet();
    await bookFirst({ time: '10:00' });
    const [asked] = (await customer.load()).appointments;
    const id = customer.aliases.appointments[0];
    const starts_at = new Date(Date.parse(String(asked?.starts_at)) + 3_600_000).toISOString();
    await request(app.url).patch(`/api/v1/appointments/${id}`).set(salon.auth).send({ starts_at }).expect(200);
    expect(codeOf(await cancel())).toBe('NOT_ALLOWED');
    expect(await booked()).toBe(1);
    await customer.load();
    expect((await cancel()).ok).toBe(true);
  });

  it('cancels it once, and not after its start', async () => {
    await withPet({ name: 'Luna' });
    await bookFirst();
    const [cancelled] = await Promise.all([cancel(), cancel()]);
    expect(valueOf(cancelled)).toMatchObject({ service: 'Bath', pet: 'Luna' });
    expect(valueOf(await cancel())).toEqual(valueOf(cancelled));
    expect(await booked()).toBe(0);
    expect((await customer.load()).appointments).toEqual([]);
    await bookFirst();
    const begun = { $set: { starts_at: new Date(Date.now() - 1_000) } };
    await raw.db
      .collection('appointments')
      .updateMany({ _id: new Types.ObjectId(customer.aliases.appointments[1]) }, begun);
    expect(codeOf(await customer.run({ name: 'cancel_booking', args: { appointment: 'a2' } }))).toBe('NOT_ALLOWED');
  });
});
