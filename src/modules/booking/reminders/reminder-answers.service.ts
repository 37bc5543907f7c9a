import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Conversation } from '../../inbox/conversations/index.js';
import { type Message, MessageHistoryRepository } from '../../inbox/message-log/index.js';
import { CustomerAnswers, type CustomerAnswerTaker } from '../../inbox/messages/index.js';
import { type BookingActor, BookingService, policyView } from '../appointments/index.js';
import { AppointmentsRepository, type StoredBooking } from '../reservations/index.js';
import { type AnswerMeaning, meaningOf, reminderIdIn } from './engine/answer-words.js';
import { type ReminderAnswered, ReminderReplies } from './reminder-replies.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { Reminder, ReminderAnswer } from './schemas/reminder.schema.js';

const CANCEL_REASON = 'reminder';
const CUSTOMER: BookingActor = { channel: 'public', source: 'conversation' };

/** Takes the answers of customers to reminders of visits, until the visit begins. */
@Injectable()
export class ReminderAnswers implements CustomerAnswerTaker, OnModuleInit {
  constructor(
    private readonly answers: CustomerAnswers,
    private readonly reminders: RemindersRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly replies: ReminderReplies,
    private readonly history: MessageHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.answers.register(this);
  }

  isExpecting(scope: CompanyScope): Promise<boolean> {
    return this.reminders.hasUpcoming(scope, new Date());
  }

  /** Repeatable with the same message. */
  async take(scope: CompanyScope, conversation: Conversation, message: Message): Promise<boolean> {
    const answeredBefore = await this.reminders.answeredBy(scope, conversation._id, message._id);
    const reminder = answeredBefore ?? (await this.reminderOf(scope, conversation, message));
    if (!reminder?.appointment_id) return false;
    const appointment = await this.appointments.findById(scope, reminder.appointment_id);
    if (!appointment) return false;
    const answered = { conversation, message, reminder, appointment };
    if (answeredBefore) return this.finish(scope, answered, reminder.answer);
    const meaning = meaningOf(reminder._id.toHexString(), reminder.answer === 'cancel_asked', {
      text: message.content,
      payload: message.context?.button?.payload,
    });
    if (!meaning || !isUpcoming(reminder, appointment)) return false;
    return this.act(scope, answered, meaning);
  }

  /** A tap names its reminder. A number or a word answers the quoted message, else the last one, which may be of anybody. */
  private async reminderOf(scope: CompanyScope, { _id }: Conversation, message: Message): Promise<Reminder | null> {
    const tapped = reminderIdIn(message.context?.button?.payload);
    const id = tapped ?? reminderIdIn((await this.questionOf(scope, message))?.client_id);
    return id === undefined ? null : this.reminders.postedIn(scope, _id, id);
  }

  /** A tap on a button of a template quotes it. */
  private questionOf(scope: CompanyScope, message: Message): Promise<Message | null> {
    const { quoted, context } = message;
    if (quoted) return this.history.findById(scope, quoted.message_id.toHexString());
    return context?.reply_to_external_id ? Promise.resolve(null) : this.history.answeredBy(scope, message);
  }

  private async act(scope: CompanyScope, answered: ReminderAnswered, meaning: AnswerMeaning): Promise<boolean> {
    if (meaning === 'confirm') return this.record(scope, answered, 'confirmed');
    if (meaning === 'no') return this.record(scope, answered, 'kept');
    const fee = policyView(answered.appointment, new Date()).cancel_fee;
    const isAgreed = fee === 0 || (meaning === 'yes' && answered.reminder.told_fee === fee);
    return this.record(scope, answered, isAgreed ? 'cancelled' : 'cancel_asked', fee);
  }

  /** Stores the answer before anything follows from it, so that a repetition finishes the same. */
  private async record(
    scope: CompanyScope,
    answered: ReminderAnswered,
    answer: ReminderAnswer,
    told_fee: number | null = null,
  ): Promise<boolean> {
    const reminder = await this.reminders.answer(scope, answered.reminder, answered.message, { answer, told_fee });
    return reminder ? this.finish(scope, { ...answered, reminder }, answer) : false;
  }

  private async finish(
    scope: CompanyScope,
    answered: ReminderAnswered,
    answer: ReminderAnswer | null,
  ): Promise<boolean> {
    const { reminder, appointment } = answered;
    if (answer === 'cancelled') return this.cancel(scope, answered);
    if (answer === 'cancel_asked') await this.replies.ask(scope, answered, reminder.told_fee ?? 0);
    if (answer === 'confirmed' || answer === 'kept') {
      const marked = await this.booking.confirmByCustomer(scope, appointment._id, reminder.starts_at);
      if (marked) await this.replies.say(scope, answered, answer);
    }
    return true;
  }

  private async cancel(scope: CompanyScope, answered: ReminderAnswered): Promise<boolean> {
    const { appointment, reminder } = answered;
    // A repetition after a crash finds what it has cancelled.
    if (appointment.state === 'CANCELLED' && appointment.cancel_reason === CANCEL_REASON) {
      await this.replies.say(scope, answered, 'cancelled');
      return true;
    }
    if (!isUpcoming(reminder, appointment)) return this.forget(scope, reminder);
    try {
      const actor = { ...CUSTOMER, expectedFee: reminder.told_fee ?? 0 };
      await this.booking.cancel(scope, actor, appointment._id, CANCEL_REASON, appointment.ver);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return this.forget(scope, reminder);
    }
    await this.replies.say(scope, answered, 'cancelled');
    return true;
  }

  /** The fee, the time or the customer has changed, or the visit has begun: staff see the message. */
  private async forget(scope: CompanyScope, reminder: Reminder): Promise<false> {
    await this.reminders.forgetAnswer(scope, reminder);
    return false;
  }
}

function isUpcoming(reminder: Reminder, appointment: StoredBooking): boolean {
  const { state, starts_at, contact_id } = appointment;
  const isSame = starts_at.getTime() === reminder.starts_at.getTime() && contact_id?.equals(reminder.contact_id);
  return state === 'CONFIRMED' && isSame === true && starts_at > new Date();
}
