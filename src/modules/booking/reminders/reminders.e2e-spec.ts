import { registerCompany } from '../../../../test/builders/accounts.js';
import { type NoticedCustomer, NoticedSalon } from '../../../../test/support/noticed-salon.js';
import type { Booked } from '../../../../test/support/salon.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { IdentityResolver } from '../../customers/contacts/index.js';
import type { ReminderDto } from './dto/reminder.dto.js';
import { ReminderSweep } from './reminder-sweep.service.js';

const HOUR_MS = 3_600_000;
const TEXT = 'Hi {{contact.first_name}}! {{service}} on {{date}} at {{time}}, {{company}}.';
const RULE = {
  kind: 'reminder',
  minutes_before: 1_440,
  text: { en: TEXT },
  channels: ['message', 'mail'],
  active: true,
};

describe('reminders', () => {
  let noticed: NoticedSalon;
  let rule: string;

  beforeAll(async () => {
    noticed = await NoticedSalon.open();
    rule = (await manage('post', '/reminder-rules').send(RULE).expect(201)).body._id as string;
  });
  afterAll(() => noticed.close());

  const manage = (method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
    noticed.salon.call(method, path, noticed.salon.owner);
  const book = ({ contactId }: NoticedCustomer, time: string): Promise<Booked> =>
    noticed.salon.booked(time, { contact_id: contactId, notify_customer: false });
  const patch = (id: string, fields: object) =>
    noticed.salon
      .call('patch', `/appointments/${id}`)
      .send({ notify_customer: false, ...fields })
      .expect(200);
  const cancel = (id: string) =>
    noticed.salon.call('post', `/appointments/${id}/cancel`).send({ notify_customer: false }).expect(200);
  const before = (time: string, hours: number): Date =>
    new Date(new Date(noticed.salon.at(time)).getTime() - hours * HOUR_MS);
  /** Five sweeps at once, as of several processes whose locks are lost. */
  const sweep = async (now: Date): Promise<void> => {
    const { signal } = new AbortController();
    const sweeper = noticed.service(ReminderSweep);
    await Promise.all(Array.from({ length: 5 }, () => sweeper.run(now, signal)));
  };
  const log = async (query: object): Promise<ReminderDto[]> =>
    (await noticed.salon.call('get', '/reminders').query(query).expect(200)).body.items;
  const texts = async (customer: NoticedCustomer): Promise<string[]> =>
    (await noticed.messages(customer)).map(({ content }) => content);

  it('are sent once into the open conversation at their time, by five sweeps at once', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '09:00');
    await sweep(before('09:00', 25));
    expect(await log({ appointment_id: _id })).toEqual([]);
    await sweep(before('09:00', 24));
    await sweep(before('09:00', 23.5));
    const [message, ...more] = await noticed.messages(ana);
    expect([message?.content, more]).toEqual([expect.stringContaining('at 9:00'), []]);
    expect(message?.content).toMatch(/^Hi Ana! /);
    expect(await noticed.timesSent(message!)).toBe(1);
    expect(await log({ appointment_id: _id })).toMatchObject([
      {
        ...{ rule_id: rule, kind: 'reminder', contact_id: ana.contactId, contact_name: 'Ana Prado', state: 'sent' },
        ...{ way: 'message', message_id: message?._id, conversation_id: ana.conversationId, reason: null },
      },
    ]);
    const stranger = await registerCompany(noticed.processes.survivor);
    const theirs = await noticed.salon.call('get', '/reminders', stranger).query({ appointment_id: _id }).expect(200);
    expect(theirs.body.items).toEqual([]);
    await noticed.salon.call('get', `/reminder-rules/${rule}`, stranger).expect(404);
    await cancel(_id);
  });

  it('go by mail where no conversation is open, with a link to the appointment', async () => {
    const eva = await noticed.aCustomerByMail();
    const { _id } = await book(eva, '10:00');
    await sweep(before('10:00', 24));
    await sweep(before('10:00', 24));
    const [mail, ...more] = await noticed.mails(eva);
    expect([mail?.subject, more]).toEqual([expect.stringContaining('Reminder of your appointment'), []]);
    expect(mail?.raw).toContain('/booking/manage/');
    expect(await log({ appointment_id: _id })).toMatchObject([{ state: 'sent', way: 'mail' }]);
    await cancel(_id);
  });

  it('are sent for the new time of a moved appointment, and never for a cancelled one', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const moved = await book(ana, '11:00');
    const dead = await book(ana, '12:00');
    await sweep(before('11:00', 24));
    await patch(moved._id, { starts_at: noticed.salon.at('15:00') });
    await cancel(dead._id);
    await sweep(before('12:00', 24));
    await sweep(before('15:00', 24));
    const times = (await texts(ana)).map((text) => /at (\d+:\d+)/.exec(text)?.[1]);
    expect(times).toEqual(['11:00', '3:00']);
    expect(await log({ appointment_id: dead._id })).toEqual([]);
    await cancel(moved._id);
  });

  it('are not sent if they are late, for instance because the visit was booked after their time', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    await sweep(before('13:00', 23));
    const { _id } = await book(ana, '13:00');
    await sweep(before('13:00', 22.5));
    expect([await texts(ana), await log({ appointment_id: _id })]).toEqual([[], []]);
    await cancel(_id);
  });

  it('are not sent to a customer who wants no automatic messages, and the log says so', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '16:00');
    const choice = { topic: 'automation', opted_in: false, at: new Date() };
    await noticed.service(IdentityResolver).recordOptIn(noticed.scope, toObjectId(ana.conversationId!), choice);
    await sweep(before('16:00', 24));
    expect([await texts(ana), await noticed.mails(ana)]).toEqual([[], []]);
    expect(await log({ contact_id: ana.contactId })).toMatchObject([{ state: 'skipped', reason: 'opted_out' }]);
    expect(await log({ contact_id: ana.contactId, state: 'sent' })).toEqual([]);
    await cancel(_id);
  });

  it('refuse unknown variables and times that do not belong to the kind', async () => {
    const refused = await manage('post', '/reminder-rules')
      .send({ ...RULE, text: { en: 'Hi {{name}}' } })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'VARIABLE_UNKNOWN', details: { field: 'text.en', variable: 'name' } });
    await manage('patch', `/reminder-rules/${rule}`).send({ days_after: 1 }).expect(400);
    await manage('patch', `/reminder-rules/${rule}`)
      .send({ channels: ['template'] })
      .expect(422);
    await manage('post', '/reminder-rules')
      .send({ ...RULE, text: {} })
      .expect(422);
    const ready = (await manage('get', '/reminder-rules/ready').expect(200)).body.items as object[];
    expect(ready).toHaveLength(6);
    for (const one of ready)
      await manage('post', '/reminder-rules')
        .send({ ...one, active: false })
        .expect(201);
  });

  it('show a preview with the values of a real appointment', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '17:00');
    const input = { kind: 'reminder', text: { en: TEXT }, locale: 'en', appointment_id: _id };
    const { body } = await manage('post', '/reminder-rules/preview').send(input).expect(200);
    expect(body).toMatchObject({
      appointment_id: _id,
      message: { content: expect.stringMatching(/^Hi Ana! .*5:00/), buttons: ['Confirm', 'Cancel'] },
      mail: { subject: expect.stringContaining('Reminder'), action: 'See, move or cancel it' },
    });
    await cancel(_id);
  });
});
