import { NoticedSalon } from '../../../../test/support/noticed-salon.js';
import { aMonday } from '../../../../test/support/salon.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import type { ReminderDto } from './dto/reminder.dto.js';
import { ReminderSweep } from './reminder-sweep.service.js';

const DAY_MIN = 1_440;
const TEXT = { en: 'See you at {{time}}.' };
/** A day before the last visit of the test. */
const NOW = new Date(new Date(`${aMonday()}T16:00:00.000Z`).getTime() - DAY_MIN * 60_000);

/** The process that sends reminders is killed, and another one goes on. */
describe('reminders of a killed process', () => {
  let noticed: NoticedSalon;
  let hour = 9;

  beforeAll(async () => {
    noticed = await NoticedSalon.open({ SWEEP_REMINDERS: NOW.toISOString() });
  });
  afterAll(() => noticed.close());

  const rule = async (): Promise<string> => {
    const fields = {
      kind: 'reminder',
      minutes_before: DAY_MIN,
      text: TEXT,
      channels: ['message', 'mail'],
      active: true,
    };
    return (await noticed.salon.call('post', '/reminder-rules', noticed.salon.owner).send(fields).expect(201)).body._id;
  };
  const log = async (rule_id: string): Promise<ReminderDto[]> =>
    (await noticed.salon.call('get', '/reminders').query({ rule_id }).expect(200)).body.items;
  const recover = async (): Promise<void> => {
    const sweeper = noticed.service(ReminderSweep);
    for (let times = 0; times < 2; times++) await sweeper.run(NOW, new AbortController().signal);
  };
  const end = async (id: string, of: string): Promise<void> => {
    await noticed.salon.call('post', `/appointments/${id}/cancel`).send({ notify_customer: false }).expect(200);
    await noticed.salon.call('delete', `/reminder-rules/${of}`, noticed.salon.owner).expect(204);
  };

  it.each<CrashPointName>(['reminders.claimed', 'reminders.swept', 'reminders.taken', 'reminders.posted'])(
    'are posted once after a crash at %s',
    async (point) => {
      const ana = await noticed.aCustomerWhoWrote();
      const time = `${String((hour += 1)).padStart(2, '0')}:00`;
      const { _id } = await noticed.salon.booked(time, { contact_id: ana.contactId, notify_customer: false });
      const of = await rule();
      await noticed.processes.killedAt(point, () => Promise.resolve());
      await recover();
      const messages = await noticed.messages(ana);
      expect(messages).toHaveLength(1);
      expect(noticed.timesReceived(messages[0]!)).toBeLessThanOrEqual(1);
      expect(await log(of)).toMatchObject([{ state: 'sent', way: 'message', message_id: messages[0]?._id }]);
      expect(await noticed.mails(ana)).toEqual([]);
      await end(_id, of);
    },
  );

  it('may have arrived, and are not repeated, if a mail was being sent', async () => {
    const eva = await noticed.aCustomerByMail();
    const { _id } = await noticed.salon.booked('15:00', { contact_id: eva.contactId, notify_customer: false });
    const of = await rule();
    await noticed.processes.killedAt('reminders.taken', () => Promise.resolve());
    await recover();
    expect(await log(of)).toMatchObject([{ state: 'unknown', way: 'mail' }]);
    expect(await noticed.mails(eva)).toEqual([]);
    await end(_id, of);
  });
});
