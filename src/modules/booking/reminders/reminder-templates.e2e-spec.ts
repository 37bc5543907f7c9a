import { channelToken } from '../../../../sandbox/channels.js';
import { whatsappText } from '../../../../sandbox/events/index.js';
import { ACCOUNTS, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { Salon } from '../../../../test/support/salon.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import type { MessageDto } from '../../inbox/messages/dto/message-response.dto.js';
import { ReminderSweep } from './reminder-sweep.service.js';

const DAY_MS = 86_400_000;
const CUSTOMER = '5511988887777';
const TEMPLATE = {
  name: 'appointment_reminder',
  values: { '1': '{{contact.first_name}}', '2': '{{service}}', '3': '{{date}}, {{time}}' },
};
const RULE = {
  ...{ kind: 'reminder', minutes_before: 1_440, channels: ['message', 'template'], active: true },
  text: { en: 'Hi {{contact.first_name}}!' },
};

describe('reminders outside the reply window', () => {
  let inbox: Inbox;
  let salon: Salon;
  let staff: StaffSocket;
  let contactId: string;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await Salon.open(inbox.app);
    const access_token = channelToken({ platform: 'whatsapp' });
    const channel = { platform: 'whatsapp', external_id: ACCOUNTS.whatsapp, access_token };
    await salon.call('post', '/channels', salon.owner).send(channel).expect(201);
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    staff = await StaffSocket.connect(inbox.app, salon.owner.tokens.accessToken);
    const text = 'written some days ago';
    await inbox.sandbox.webhooks.send(whatsappText({ customerId: CUSTOMER, text, at: Date.now() - 3 * DAY_MS }));
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === text;
    ({ contact_id: contactId } = (await staff.next('message:new', isIt))['message'] as MessageDto);
    await salon.call('patch', `/contacts/${contactId}`).send({ full_name: 'Ana Prado' }).expect(200);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const remind = async (time: string, fields: object): Promise<Record<string, unknown>> => {
    const rule = (
      await salon
        .call('post', '/reminder-rules', salon.owner)
        .send({ ...RULE, ...fields })
        .expect(201)
    ).body;
    const booked = await salon.booked(time, { contact_id: contactId, notify_customer: false });
    const now = new Date(new Date(salon.at(time)).getTime() - DAY_MS);
    await inbox.app.app.get(ReminderSweep, { strict: false }).run(now, new AbortController().signal);
    const query = { rule_id: rule._id };
    const { body } = await salon.call('get', '/reminders').query(query).expect(200);
    await salon.call('delete', `/reminder-rules/${rule._id}`, salon.owner).expect(204);
    await salon.call('post', `/appointments/${booked._id}/cancel`).send({ notify_customer: false }).expect(200);
    return body.items[0];
  };

  it('go out as the approved template of the rule, with its values', async () => {
    const told = await remind('10:00', { template: TEMPLATE });
    expect(told).toMatchObject({ state: 'sent', way: 'template' });
    const { body } = await salon.call('get', `/conversations/${String(told['conversation_id'])}/messages`).expect(200);
    const [message] = body.items as MessageDto[];
    expect(message).toMatchObject({
      content: expect.stringMatching(/^Hi Ana, a reminder of the visit of Bath on Monday.*10:00/),
    });
    await staff.next('message:status', (data) => data['messageId'] === message?._id && data['status'] !== 'queued');
    expect([...inbox.sandbox.devices.messages(ACCOUNTS.whatsapp, CUSTOMER)].at(-1)).toMatchObject({
      text: message?.content,
    });
  });

  it('are skipped with the reason of each way if the template cannot be sent and no mail is allowed', async () => {
    const told = await remind('12:00', { template: { ...TEMPLATE, name: 'summer_sale' } });
    expect(told).toMatchObject({
      ...{ state: 'skipped', reason: 'no_way', way: null },
      closed_ways: [
        { way: 'message', reason: 'no_open_conversation' },
        { way: 'template', reason: 'no_template' },
      ],
    });
  });
});
