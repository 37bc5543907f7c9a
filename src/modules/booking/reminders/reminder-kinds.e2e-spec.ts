import { aPet } from '../../../../test/builders/pets.js';
import { type NoticedCustomer, NoticedSalon } from '../../../../test/support/noticed-salon.js';
import type { Booked } from '../../../../test/support/salon.js';
import type { ReminderDto } from './dto/reminder.dto.js';
import { ReminderSweep } from './reminder-sweep.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

describe('reminders of other kinds', () => {
  let noticed: NoticedSalon;

  beforeAll(async () => {
    noticed = await NoticedSalon.open();
    await noticed.salon.call('patch', '/booking-settings', noticed.salon.owner).send({ quiet_hours: null }).expect(200);
  });
  afterAll(() => noticed.close());

  const rule = async (kind: string, when: object, text: string): Promise<string> => {
    const fields = { kind, ...when, text: { en: text }, channels: ['mail'], active: true };
    return (await noticed.salon.call('post', '/reminder-rules', noticed.salon.owner).send(fields).expect(201)).body._id;
  };
  /** A visit that staff have completed so long ago. */
  const completed = async (customer: NoticedCustomer, msAgo: number, more: object = {}): Promise<Booked> => {
    const booked = await noticed.salon.booked('09:00', {
      ...{ contact_id: customer.contactId, notify_customer: false },
      ...more,
    });
    const completed_at = new Date(Date.now() - msAgo);
    await noticed.salon.rewriteStart(booked._id, -msAgo - HOUR_MS, { state: 'DONE', completed_at, legs: [] });
    return booked;
  };
  const petOf = async ({ contactId }: NoticedCustomer, name: string, more: object = {}): Promise<string> =>
    (await aPet(noticed.processes.survivor, noticed.salon.owner, contactId, { name, ...more }))._id;
  const sweepIn = async (ms: number): Promise<void> => {
    const { signal } = new AbortController();
    for (let times = 0; times < 2; times++) await noticed.service(ReminderSweep).run(new Date(Date.now() + ms), signal);
  };
  const log = async (query: object): Promise<ReminderDto[]> =>
    (await noticed.salon.call('get', '/reminders').query(query).expect(200)).body.items;
  const bodies = async (customer: NoticedCustomer): Promise<string[]> =>
    (await noticed.mails(customer)).map(({ raw }) => raw);

  it('follow a completed visit, and ask for one review only', async () => {
    const aftercare = await rule('aftercare', { days_after: 1 }, 'How are {{pet.name}} after {{service}}?');
    const review = await rule('review', { hours_after: 23, once_per_months: 6 }, 'A review please');
    const eva = await noticed.aCustomerByMail();
    const pets = [await petOf(eva, 'Luna'), await petOf(eva, 'Rex')];
    await completed(eva, DAY_MS - 30 * MINUTE_MS, { pet_ids: [pets[0]] });
    await completed(eva, DAY_MS - 90 * MINUTE_MS, { pet_ids: [pets[1]] });
    await sweepIn(HOUR_MS);
    expect(await log({ rule_id: aftercare })).toMatchObject([{ state: 'sent', way: 'mail' }]);
    await sweepIn(2 * HOUR_MS);
    expect(await log({ rule_id: aftercare })).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(await log({ rule_id: review })).toMatchObject([{ state: 'sent' }]);
    const [first = ''] = await bodies(eva);
    expect(first).toMatch(/How are Luna after Bath|A review please/);
    await completed(eva, 20 * HOUR_MS);
    await sweepIn(4 * HOUR_MS);
    const states = (await log({ rule_id: review })).map(({ state, reason }) => [state, reason]);
    expect(states).toEqual([
      ['skipped', 'asked_before'],
      ['sent', null],
    ]);
  });

  it('say that the next visit is due, unless the pet came again or will come', async () => {
    const due = await rule('rebook', { days_after: 42 }, 'The last {{service}} of {{pet.name}} was six weeks ago.');
    const [eva, ida] = [await noticed.aCustomerByMail(), await noticed.aCustomerByMail()];
    const [luna, rex] = [await petOf(eva, 'Luna'), await petOf(ida, 'Rex')];
    const ago = 42 * DAY_MS - 10 * MINUTE_MS;
    const visit = await completed(eva, ago, { pet_ids: [luna] });
    await completed(ida, ago, { pet_ids: [rex] });
    await noticed.salon.booked('11:00', { contact_id: ida.contactId, pet_ids: [rex], notify_customer: false });
    await sweepIn(HOUR_MS);
    expect(await log({ rule_id: due })).toMatchObject([{ state: 'sent', appointment_id: visit._id }]);
    expect(await bodies(eva)).toEqual([expect.stringContaining('The last Bath of Luna was six weeks ago.')]);
  });

  it('tell of a vaccination that ends', async () => {
    const ends = await rule(
      'vaccination',
      { minutes_before: 14 * 1_440 },
      '{{service}} of {{pet.name}} ends on {{date}}',
    );
    const eva = await noticed.aCustomerByMail();
    const lastDay = new Date(Date.now() + 16 * DAY_MS).toISOString().slice(0, DATE_LENGTH);
    await petOf(eva, 'Luna', { vaccinations: [{ name: 'Rabies', expires_on: lastDay }] });
    await sweepIn(HOUR_MS);
    expect(await log({ rule_id: ends })).toEqual([]);
    await sweepIn(3 * DAY_MS);
    expect(await log({ rule_id: ends })).toMatchObject([
      { state: 'sent', contact_id: eva.contactId, appointment_id: null },
    ]);
    expect(await bodies(eva)).toEqual([expect.stringContaining('Rabies of Luna ends on')]);
  });
});
