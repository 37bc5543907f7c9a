import { type NoticedCustomer, NoticedSalon } from '../../../../test/support/noticed-salon.js';
import type { Booked } from '../../../../test/support/salon.js';
import type { MessageDto } from '../../inbox/messages/dto/message-response.dto.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationsRepository } from '../../inbox/conversations/index.js';
import { type Message, MessagesRepository } from '../../inbox/message-log/index.js';
import type { ReminderDto } from './dto/reminder.dto.js';
import { ReminderAnswers } from './reminder-answers.service.js';
import { BookingCatalog } from '../catalog/index.js';
import { ReminderFinder } from './reminder-finder.service.js';
import { ReminderRulesRepository } from './reminder-rules.repository.js';
import { ReminderSweep } from './reminder-sweep.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { Reminder } from './schemas/reminder.schema.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
const POLICY = {
  ...{ free_cancel_hours: 24, free_reschedule_hours: 24, max_reschedules: 3, no_show_fee_percent: 0 },
  late_fee_percent: 50,
};

describe('answers to reminders', () => {
  let noticed: NoticedSalon;

  beforeAll(async () => {
    noticed = await NoticedSalon.open();
    await noticed.salon.call('patch', '/booking-settings', noticed.salon.owner).send({ quiet_hours: null }).expect(200);
    const text = { en: 'Hi {{contact.first_name}}! See you on {{date}} at {{time}}.' };
    const rule = { kind: 'reminder', minutes_before: 1_440, text, channels: ['message'], active: true };
    await noticed.salon.call('post', '/reminder-rules', noticed.salon.owner).send(rule).expect(201);
  });
  afterAll(() => noticed.close());

  const reminded = async (time: string): Promise<[NoticedCustomer, Booked]> => {
    const ana = await noticed.aCustomerWhoWrote();
    // Nobody has to answer what the customer wrote before.
    await noticed.salon.call('patch', `/conversations/${ana.conversationId}`).send({ status: 'resolved' }).expect(200);
    const booked = await noticed.salon.booked(time, { contact_id: ana.contactId, notify_customer: false });
    const start = new Date(noticed.salon.at(time)).getTime();
    await noticed.service(ReminderSweep).run(new Date(start - DAY_MS), new AbortController().signal);
    expect(await noticed.messages(ana)).toHaveLength(1);
    return [ana, booked];
  };
  const read = async ({ _id }: Booked): Promise<Record<string, unknown>> =>
    (await noticed.salon.call('get', `/appointments/${_id}`).expect(200)).body as Record<string, unknown>;
  const last = async (customer: NoticedCustomer): Promise<MessageDto | undefined> =>
    (await noticed.messages(customer)).at(-1);
  const logOf = async ({ _id }: Booked): Promise<ReminderDto[]> =>
    (await noticed.salon.call('get', '/reminders').query({ appointment_id: _id }).expect(200)).body.items;
  const answerOf = async (booked: Booked): Promise<unknown> => (await logOf(booked))[0]?.answer;
  const stored = async ({ conversationId }: NoticedCustomer, text: string): Promise<[Conversation, Message]> => {
    const conversations = noticed.service(ConversationsRepository);
    const { body } = await noticed.salon.call('get', `/conversations/${conversationId}/messages`).expect(200);
    const { _id } = (body.items as MessageDto[]).find(({ content }) => content === text)!;
    const [message] = await noticed.service(MessagesRepository).findMany(noticed.scope, [toObjectId(_id)]);
    return [await conversations.getById(noticed.scope, toObjectId(conversationId!)), message!];
  };
  /** Stores the reminder of a visit, and sends nothing. */
  const claimed = async ({ _id }: Booked, now: Date): Promise<Reminder> => {
    const { scope } = noticed;
    const [rule] = await noticed.service(ReminderRulesRepository).active(1);
    const catalog = await noticed.service(BookingCatalog).loadCatalog(scope);
    const found = await noticed.service(ReminderFinder).find(scope, rule!, catalog, now);
    const own = found.filter(({ appointment_id }) => appointment_id?.equals(_id));
    await noticed.service(RemindersRepository).claim(scope, own, now);
    const [stored] = await noticed.service(RemindersRepository).due(scope, now, 1);
    return stored!;
  };
  const policy = (fields: object) =>
    noticed.salon
      .call('patch', '/booking-settings', noticed.salon.owner)
      .send({ policy: { ...POLICY, ...fields } })
      .expect(200);

  it('confirm by "1", also when it is taken twice, and a move takes the mark away', async () => {
    const [ana, booked] = await reminded('09:00');
    await noticed.write(ana, '1');
    const said = await last(ana);
    expect(said?.content).toMatch(/^Thank you! See you on .*9:00/);
    expect(await read(booked)).toMatchObject({ status: 'confirmed', confirmed_by_customer: expect.any(String) });
    expect(await answerOf(booked)).toBe('confirmed');
    const [conversation, message] = await stored(ana, '1');
    expect(await noticed.service(ReminderAnswers).take(noticed.scope, conversation, message)).toBe(true);
    expect((await last(ana))?._id).toBe(said?._id);
    // Staff need not answer it, but a question after it, also when the answer is taken again.
    expect(conversation).toMatchObject({ waiting_since: null });
    await noticed.write(ana, 'Is there a place to park?');
    expect(await noticed.service(ReminderAnswers).take(noticed.scope, conversation, message)).toBe(true);
    expect((await stored(ana, '1'))[0]).toMatchObject({ waiting_since: expect.any(Date) });
    const moved = { starts_at: noticed.salon.at('12:00'), notify_customer: false };
    await noticed.salon.call('patch', `/appointments/${booked._id}`).send(moved).expect(200);
    expect(await read(booked)).toMatchObject({ confirmed_by_customer: null });
  });

  it('cancel at once by "2" where it is free of charge', async () => {
    const [ana, booked] = await reminded('10:00');
    await noticed.write(ana, '2');
    expect((await last(ana))?.content).toMatch(/is cancelled\.$/);
    expect(await read(booked)).toMatchObject({ status: 'cancelled', fee: 0 });
    expect(await answerOf(booked)).toBe('cancelled');
    const before = (await noticed.messages(ana)).length;
    await noticed.write(ana, '1');
    expect(await noticed.messages(ana)).toHaveLength(before);
  });

  it('cancel after a yes where it costs a fee, which is told before', async () => {
    await policy({ free_cancel_hours: 720 });
    const [ana, booked] = await reminded('11:00');
    await noticed.tap(ana, (await noticed.messages(ana))[0]?.buttons?.[1]);
    const asked = await last(ana);
    expect(asked?.content).toMatch(/^Cancel .* on .*11:00.*\$40\.00/);
    expect(await read(booked)).toMatchObject({ status: 'confirmed' });
    await noticed.tap(ana, asked?.buttons?.[0]);
    expect((await last(ana))?.content).toMatch(/is cancelled\.$/);
    expect(await read(booked)).toMatchObject({ status: 'cancelled', fee: 4_000 });
  });

  it('leave the appointment where the customer does not want to pay, and everything else to the inbox', async () => {
    const [ana, booked] = await reminded('13:00');
    await noticed.write(ana, 'can I bring my cat too?');
    expect(await noticed.messages(ana)).toHaveLength(1);
    const [{ waiting_since }] = await stored(ana, 'can I bring my cat too?');
    expect(waiting_since).not.toBeNull();
    await noticed.write(ana, '2');
    await noticed.write(ana, 'no');
    // The question before the answers still needs a person.
    expect((await stored(ana, 'no'))[0]).toMatchObject({ waiting_since });
    expect((await last(ana))?.content).toMatch(/^Good, your appointment stays/);
    expect(await read(booked)).toMatchObject({ status: 'confirmed', confirmed_by_customer: expect.any(String) });
  });

  it('leave a number to the inbox if staff have asked something since; a tap still counts', async () => {
    const [ana, booked] = await reminded('14:00');
    const [reminder] = await noticed.messages(ana);
    const { contactId: contact_id, conversationId: conversation_id } = ana;
    const question = { role: 'operator', direction: 'outbound', platform: 'facebook', content: 'One pet or two?' };
    await noticed.salon
      .call('post', '/messages')
      .send({ contact_id, conversation_id, ...question })
      .expect(201);
    await noticed.write(ana, '1');
    expect(await read(booked)).toMatchObject({ confirmed_by_customer: null });
    await noticed.tap(ana, reminder?.buttons?.[0]);
    expect(await read(booked)).toMatchObject({ confirmed_by_customer: expect.any(String) });
  });

  describe('where the conversation has other messages of PetBuddy', () => {
    let ana: NoticedCustomer;
    let [first, second]: Booked[] = [];

    it('answer the reminder that was posted last, whichever was stored first; a tap answers its own', async () => {
      ana = await noticed.aCustomerWhoWrote();
      const visit = { contact_id: ana.contactId, notify_customer: false };
      [first, second] = [await noticed.salon.booked('15:00', visit), await noticed.salon.booked('16:00', visit)];
      const now = new Date(new Date(noticed.salon.at('16:00')).getTime() - DAY_MS);
      const late = await claimed(first, now);
      const later = new Date(+now + MINUTE_MS);
      await noticed.service(RemindersRepository).postpone(noticed.scope, late, { due_at: later });
      const { signal } = new AbortController();
      for (const at of [now, later]) await noticed.service(ReminderSweep).run(at, signal);
      const [early] = await noticed.messages(ana);
      await noticed.write(ana, '1');
      expect(await Promise.all([first, second].map(answerOf))).toEqual(['confirmed', null]);
      await noticed.tap(ana, early?.buttons?.[0]);
      expect(await Promise.all([first, second].map(answerOf))).toEqual(['confirmed', 'confirmed']);
    });

    it('are finished after a crash, or forgotten if the visit cannot be cancelled', async () => {
      await noticed.write(ana, 'please cancel');
      const { scope } = noticed;
      const [conversation, message] = await stored(ana, 'please cancel');
      const takeAs = async (visit: Booked, told_fee: number): Promise<boolean> => {
        const { _id } = (await logOf(visit))[0]!;
        const reminders = noticed.service(RemindersRepository);
        const reminder = await reminders.postedIn(scope, conversation._id, _id);
        await reminders.answer(scope, reminder!, message, { answer: 'cancelled', told_fee });
        return noticed.service(ReminderAnswers).take(scope, conversation, message);
      };
      const fee = 4_000;
      expect(await takeAs(second!, fee + 1)).toBe(false);
      expect(await answerOf(second!)).toBeNull();
      expect(await read(second!)).toMatchObject({ status: 'confirmed' });
      expect(await takeAs(first!, fee)).toBe(true);
      expect(await read(first!)).toMatchObject({ status: 'cancelled', fee });
    });

    it('do not take the answer to a request for a review', async () => {
      const [ana, booked] = await reminded('17:00');
      const visited = await noticed.salon.booked('10:00', { contact_id: ana.contactId, notify_customer: false });
      const completed_at = new Date(Date.now() - DAY_MS + HOUR_MS / 2);
      await noticed.salon.rewriteStart(visited._id, -DAY_MS, { state: 'DONE', completed_at, legs: [] });
      const text = { en: 'How was it, from 1 to 5?' };
      const review = { kind: 'review', hours_after: 24, once_per_months: 6, text, channels: ['message'], active: true };
      await noticed.salon.call('post', '/reminder-rules', noticed.salon.owner).send(review).expect(201);
      await noticed.service(ReminderSweep).run(new Date(Date.now() + HOUR_MS), new AbortController().signal);
      expect((await last(ana))?.content).toBe(text.en);
      await noticed.write(ana, '2');
      expect(await noticed.messages(ana)).toHaveLength(2);
      expect(await read(booked)).toMatchObject({ status: 'confirmed' });
    });
  });
});
