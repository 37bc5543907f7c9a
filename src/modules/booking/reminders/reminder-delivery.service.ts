import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AutomaticMessagesService } from '../../inbox/messages/index.js';
import type { ReminderFacts } from './reminder-facts.service.js';
import { ReminderMailService } from './reminder-mail.service.js';
import { clientIdOf, ReminderMessages } from './reminder-messages.service.js';
import type { WrittenReminder } from './reminder-writer.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { ClosedWay, Reminder } from './schemas/reminder.schema.js';
import type { ReminderChannel, ReminderRule } from './schemas/reminder-rule.schema.js';

/** The ways of a rule are tried in this order. */
const WAYS: readonly ReminderChannel[] = ['message', 'template', 'mail'];

/** A way that leads to the customer: its conversation, or why it is closed. */
type Opening = { conversationId: Types.ObjectId | null; content?: string } | { closed: string };

/** Sends a reminder by the first way that is open. Each way is stored before it is taken. */
@Injectable()
export class ReminderDelivery {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly messages: ReminderMessages,
    private readonly mail: ReminderMailService,
    private readonly automatic: AutomaticMessagesService,
  ) {}

  /**
   * Finishes what a dead process began, without sending anything.
   * @returns whether the reminder is settled
   */
  async closeInterrupted(scope: CompanyScope, reminder: Reminder): Promise<boolean> {
    const { attempt } = reminder;
    if (!attempt) return false;
    if (attempt.way === 'mail') {
      await this.reminders.settle(scope, reminder, { state: 'unknown', reason: 'mail_server' });
      return true;
    }
    if (!attempt.conversation_id) return false;
    const posted = await this.automatic.find(scope, attempt.conversation_id, clientIdOf(reminder));
    if (posted) await this.reminders.settle(scope, reminder, { state: 'sent', message_id: posted._id });
    return posted !== null;
  }

  /** @param assertStillTrue is called last before a message is stored; it throws AppError if nothing may be sent */
  async deliver(
    scope: CompanyScope,
    reminder: Reminder,
    rule: ReminderRule,
    written: WrittenReminder,
    facts: ReminderFacts,
    assertStillTrue: () => Promise<null>,
  ): Promise<void> {
    const closed_ways: ClosedWay[] = [];
    let current = reminder;
    for (const way of WAYS.filter((one) => rule.channels.includes(one))) {
      const opening = await this.open(scope, way, rule, written, facts, current);
      if ('closed' in opening) {
        closed_ways.push({ way, reason: opening.closed });
        continue;
      }
      const taken = await this.reminders.take(scope, current, { way, conversation_id: opening.conversationId });
      // Another process sends it, or has sent it.
      if (!taken) return;
      crashPoint('reminders.taken');
      const refused = await this.send(scope, taken, rule, written, assertStillTrue);
      if (refused === undefined) return;
      closed_ways.push({ way, reason: refused });
      current = taken;
      if (refused === 'outdated') break;
    }
    const reason = closed_ways.at(-1)?.reason === 'outdated' ? 'outdated' : 'no_way';
    await this.reminders.settle(scope, current, { state: 'skipped', reason, closed_ways });
  }

  private async open(
    scope: CompanyScope,
    way: ReminderChannel,
    rule: ReminderRule,
    written: WrittenReminder,
    { conversations }: ReminderFacts,
    { attempt }: Reminder,
  ): Promise<Opening> {
    if (way === 'mail') return written.contact.email ? { conversationId: null } : { closed: 'no_address' };
    const own = conversations.filter(({ contact_id }) => contact_id.equals(written.contact._id));
    // What a dead process may be sending is only repeated in the same conversation.
    const begun = attempt?.way === way ? own.filter(({ _id }) => attempt.conversation_id?.equals(_id)) : [];
    const among = begun.length > 0 ? begun : own;
    const found =
      way === 'message'
        ? await this.automatic.firstOpen(scope, among)
        : await this.messages.withTemplate(scope, rule, written, among);
    return found
      ? { conversationId: found._id }
      : { closed: way === 'message' ? 'no_open_conversation' : 'no_template' };
  }

  /** @returns why the way turned out to be closed; undefined if it was taken, or may be tried again later */
  private async send(
    scope: CompanyScope,
    reminder: Reminder,
    rule: ReminderRule,
    written: WrittenReminder,
    assertStillTrue: () => Promise<null>,
  ): Promise<string | undefined> {
    const { attempt } = reminder;
    if (attempt?.way === 'mail') return this.mail.send(scope, reminder, written, assertStillTrue);
    if (!attempt?.conversation_id) return 'no_open_conversation';
    try {
      const message = await this.messages.compose(scope, reminder, rule, written);
      const posted = await this.automatic.send(scope, attempt.conversation_id, message, assertStillTrue);
      crashPoint('reminders.posted');
      await this.reminders.settle(scope, reminder, { state: 'sent', message_id: posted._id });
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return error.code === OUTDATED ? 'outdated' : error.code;
    }
  }
}

const OUTDATED = 'REMINDER_OUTDATED';

export const outdated = (): AppError =>
  AppError.conflict(OUTDATED, 'The appointment has changed meanwhile; nothing is sent');
