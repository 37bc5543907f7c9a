import { Visitor } from '../../../../test/builders/public-booking.js';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { NoticedSalon, type NoticedCustomer } from '../../../../test/support/noticed-salon.js';
import type { Booked } from '../../../../test/support/salon.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';

describe('customer notices', () => {
  let noticed: NoticedSalon;

  beforeAll(async () => {
    noticed = await NoticedSalon.open();
  });
  afterAll(() => noticed.close());

  const book = ({ contactId }: NoticedCustomer, time: string, more: object = {}): Promise<Booked> =>
    noticed.salon.booked(time, { contact_id: contactId, ...more });
  const patch = (id: string, fields: object) =>
    noticed.salon.call('patch', `/appointments/${id}`).send(fields).expect(200);
  const cancel = (id: string, fields: object = {}) =>
    noticed.salon.call('post', `/appointments/${id}/cancel`).send(fields).expect(200);
  const settings = (fields: object) =>
    noticed.salon.call('patch', '/booking-settings', noticed.salon.owner).send(fields).expect(200);
  const subjects = async (customer: Pick<NoticedCustomer, 'email'>): Promise<string[]> =>
    (await noticed.mails(customer)).map(({ subject }) => subject.replace(/:.*/, ''));
  const leads = async (customer: NoticedCustomer): Promise<(string | undefined)[]> =>
    (await noticed.messages(customer)).map(({ content }) => content.split('\n')[0]);

  it('tells of a booking, its move and its cancellation once, by mail and in the conversation', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '09:00');
    await noticed.tellAll();
    await patch(_id, { starts_at: noticed.salon.at('10:00') });
    await noticed.tellAll();
    await cancel(_id);
    await noticed.tellAll();
    expect(await subjects(ana)).toEqual(['Appointment confirmed', 'Appointment changed', 'Appointment cancelled']);
    const messages = await noticed.messages(ana);
    expect(await leads(ana)).toEqual([
      'Your appointment is confirmed:',
      'Your appointment has changed. It is now:',
      'Your appointment was cancelled:',
    ]);
    for (const message of messages) expect(await noticed.timesSent(message)).toBe(1);
    expect(messages[1]?.content).toContain('10:00');
    expect(await noticed.notices(_id)).toMatchObject(
      ['confirmed', 'changed', 'cancelled'].map((kind, index) => ({
        kind,
        contact_id: ana.contactId,
        mail: { state: 'sent', reason: null },
        message: { state: 'posted', conversation_id: ana.conversationId, message_id: messages[index]?._id },
      })),
    );
    const stranger = await registerCompany(noticed.processes.survivor);
    await noticed.salon.call('get', `/appointments/${_id}/notices`, stranger).expect(404);
  });

  it('mails calendar files with one UID, and a link that manages the appointment', async () => {
    const ana = await noticed.aCustomerByMail();
    const { _id } = await book(ana, '09:00');
    await noticed.tellAll();
    await cancel(_id);
    await noticed.tellAll();
    const [confirmed = '', cancelled = ''] = (await noticed.mails(ana)).map(({ raw }) => raw);
    expect(confirmed).toContain('METHOD:REQUEST');
    expect(cancelled).toContain('METHOD:CANCEL');
    for (const raw of [confirmed, cancelled]) expect(raw).toContain(`UID:${_id}@petbuddy`);
    const sequences = [confirmed, cancelled].map((raw) => Number(/SEQUENCE:(\d+)/.exec(raw)?.[1]));
    expect(sequences[1]).toBeGreaterThan(sequences[0] ?? Infinity);
    const token = /booking\/manage\/([\w.-]+)/.exec(confirmed)?.[1];
    const { body } = await noticed.salon.call('get', `/public/manage/${token}`).expect(200);
    expect(body.appointment).toMatchObject({ _id, status: 'cancelled' });
    const skipped = { message: { state: 'skipped', reason: 'no_open_conversation' } };
    expect(await noticed.notices(_id)).toMatchObject([skipped, skipped]);
  });

  it('says that a request is received, and later that it is confirmed or cancelled', async () => {
    const { owner, service } = noticed.salon;
    await settings({ public_approval: true, quiet_hours: null });
    const visitor = new Visitor(noticed.processes.survivor, { slug: owner.company.slug, serviceId: service._id });
    const email = 'vera@example.com';
    const { appointment } = await visitor.book(noticed.salon.at('14:00'), { email });
    const other = (await visitor.book(noticed.salon.at('15:00'), { email })).appointment;
    await noticed.tellAll();
    const received = (await noticed.mails({ email })).filter(({ subject }) => subject.startsWith('Request received'));
    expect(received).toHaveLength(2);
    for (const { raw } of received) {
      expect(raw).toContain('It is not confirmed yet');
      expect(raw).not.toMatch(/VCALENDAR|is confirmed/);
    }
    await patch(appointment._id, { status: 'confirmed' });
    await cancel(other._id);
    await noticed.tellAll();
    const told = (await subjects({ email })).filter((subject) => /^(Appointment|Request)/.test(subject));
    expect(told.slice(2).sort()).toEqual(['Appointment confirmed', 'Request cancelled']);
  });

  it('tells nothing of an appointment that is cancelled before the job runs', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '11:00');
    await cancel(_id);
    await noticed.tellAll();
    expect([await subjects(ana), await leads(ana), await noticed.notices(_id)]).toEqual([[], [], []]);
  });

  it('tells the last time once after two quick moves', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '11:00');
    await noticed.tellAll();
    await patch(_id, { starts_at: noticed.salon.at('12:00') });
    await patch(_id, { starts_at: noticed.salon.at('13:00') });
    await noticed.tellAll();
    expect(await subjects(ana)).toEqual(['Appointment confirmed', 'Appointment changed']);
    expect((await noticed.messages(ana)).at(-1)?.content).toContain('1:00');
    await cancel(_id, { notify_customer: false });
  });

  it('stays silent where staff ask for it or the settings say so, and tells the next change', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '11:00', { notify_customer: false });
    await patch(_id, { starts_at: noticed.salon.at('12:00'), notify_customer: false });
    await noticed.tellAll();
    await settings({ customer_notices: { mail: false, message: true } });
    await patch(_id, { starts_at: noticed.salon.at('13:00') });
    await noticed.tellAll();
    await settings({ customer_notices: { mail: true, message: true } });
    expect([await subjects(ana), await leads(ana)]).toEqual([[], ['Your appointment has changed. It is now:']]);
    const silent = { mail: { state: 'skipped', reason: 'silent' }, message: { state: 'skipped', reason: 'silent' } };
    expect(await noticed.notices(_id)).toMatchObject([
      { kind: 'confirmed', ...silent },
      { kind: 'changed', mail: { state: 'skipped', reason: 'turned_off' }, message: { state: 'posted' } },
    ]);
    await cancel(_id, { notify_customer: false });
  });

  it('tells nothing of a move that is taken back, or skipped, while its notice waits', async () => {
    const ana = await noticed.aCustomerWhoWrote();
    const { _id } = await book(ana, '11:00');
    await noticed.tellAll();
    const delayed = { notify_delay_sec: 30 };
    await patch(_id, { starts_at: noticed.salon.at('12:00'), ...delayed });
    await patch(_id, { starts_at: noticed.salon.at('11:00'), ...delayed });
    await noticed.published();
    expect(noticed.plannedJobs().at(-1)?.runAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
    await noticed.tellAll();
    expect(await noticed.notices(_id)).toHaveLength(1);

    await patch(_id, { starts_at: noticed.salon.at('12:00'), ...delayed });
    const skip = () => noticed.salon.call('post', `/appointments/${_id}/notices/skip`).expect(200);
    const silent = { state: 'skipped', reason: 'silent' };
    const lists = await Promise.all([skip(), skip()]);
    for (const { body } of lists) expect(body.items).toMatchObject([{}, { mail: silent, message: silent }]);
    await noticed.tellAll();
    expect(await subjects(ana)).toEqual(['Appointment confirmed']);
    await patch(_id, { starts_at: noticed.salon.at('13:00'), ...delayed });
    await noticed.tellAll();
    expect(await leads(ana)).toEqual([expect.any(String), 'Your appointment has changed. It is now:']);
    await cancel(_id, { notify_customer: false });
  });

  it('forgets the notices of a deleted contact and tells nothing about the end of its appointments', async () => {
    const ana = await noticed.aCustomerByMail();
    const { _id } = await book(ana, '16:00');
    await noticed.tellAll();
    await noticed.salon.call('delete', `/contacts/${ana.contactId}`, noticed.salon.owner).expect(204);
    await noticed.tellAll();
    expect(await subjects(ana)).toEqual(['Appointment confirmed']);
    expect(await noticed.notices(_id)).toEqual([]);
  });

  it('does not repeat a mail that a dead process may have sent', async () => {
    const ana = await noticed.aCustomerByMail();
    const appointment = await book(ana, '17:00');
    await noticed.tellAll();
    const [notice] = await noticed.stored(appointment._id);
    await noticed.service(CustomerNoticesRepository).changeMail(noticed.scope, notice!, ['sent'], 'sending');
    await noticed.recover(appointment);
    expect(await noticed.notices(appointment._id)).toMatchObject([{ mail: { state: 'unknown' } }]);
    expect(await subjects(ana)).toEqual(['Appointment confirmed']);
    await cancel(appointment._id, { notify_customer: false });
  });

  it.each<CrashPointName>(['notices.planned', 'notices.posted'])('killed at %s, tells once', async (point) => {
    const ana = await noticed.aCustomerWhoWrote();
    const appointment = await noticed.bookInKilledProcess(point, ana, '17:00');
    await noticed.recover(appointment);
    expect(await leads(ana)).toEqual(['Your appointment is confirmed:']);
    const [message] = await noticed.messages(ana);
    // A message that the dead process was sending belongs to the outbox of messages.
    if (point === 'notices.planned') expect(await noticed.timesSent(message!)).toBe(1);
    expect(noticed.timesReceived(message!)).toBeLessThanOrEqual(1);
    const told = [{ kind: 'confirmed', mail: { state: 'sent' }, message: { state: 'posted' } }];
    expect(await noticed.notices(appointment._id)).toMatchObject(told);
    expect(await subjects(ana)).toEqual(['Appointment confirmed']);
    await cancel(appointment._id, { notify_customer: false });
  });
});
