import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../reservations/index.js';
import { QuietHours } from './engine/quiet-hours.js';
import { decide, type SkipReason } from './engine/reminder-decision.js';
import { outdated, ReminderDelivery } from './reminder-delivery.service.js';
import { type ReminderFacts, ReminderFactsService } from './reminder-facts.service.js';
import { ReminderObjections } from './reminder-objections.service.js';
import { ReminderRulesRepository } from './reminder-rules.repository.js';
import { ReminderWriter } from './reminder-writer.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

const BATCH = 100;
const SENT_AT_ONCE = 8;
const TRY_AGAIN_MS = 60_000;

interface Batch {
  readonly scope: CompanyScope;
  readonly facts: ReminderFacts;
  readonly rules: ReadonlyMap<string, ReminderRule>;
  readonly objections: ReadonlyMap<string, SkipReason>;
  readonly quiet: QuietHours;
  readonly now: Date;
}

/** Decides again at the moment of sending, from what is stored now, and sends what is still true. */
@Injectable()
export class ReminderSender {
  private readonly logger = new Logger(ReminderSender.name);

  constructor(
    private readonly reminders: RemindersRepository,
    private readonly rules: ReminderRulesRepository,
    private readonly facts: ReminderFactsService,
    private readonly objections: ReminderObjections,
    private readonly writer: ReminderWriter,
    private readonly delivery: ReminderDelivery,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** Brings one batch of the company's due reminders to an end. @returns whether more may be due */
  async sendBatch(scope: CompanyScope, now: Date, signal: AbortSignal): Promise<boolean> {
    const due = await this.reminders.due(scope, now, BATCH);
    if (due.length === 0) return false;
    const rules = await this.rules.withIds(
      scope,
      due.map(({ rule_id }) => rule_id),
    );
    const [facts, objections] = await Promise.all([
      this.facts.of(scope, due),
      this.objections.of(scope, due, rules, now),
    ]);
    const quiet = new QuietHours(facts.catalog.settings.quiet_hours, facts.catalog.time_zone);
    const byId = new Map(rules.map((rule) => [rule._id.toHexString(), rule]));
    const batch: Batch = { scope, facts, rules: byId, objections, quiet, now };
    await pLimit(SENT_AT_ONCE).map(due, async (reminder) => {
      if (!signal.aborted) await this.sendOne(batch, reminder);
    });
    return due.length === BATCH;
  }

  /** A reminder that fails must not hold up the others. */
  private async sendOne(batch: Batch, reminder: Reminder): Promise<void> {
    const { scope } = batch;
    try {
      if (!(await this.delivery.closeInterrupted(scope, reminder))) await this.decideOne(batch, reminder);
    } catch (error) {
      this.logger.error(`reminder ${reminder._id.toHexString()} is left to a later sweep`, error);
      const due_at = new Date(batch.now.getTime() + TRY_AGAIN_MS);
      await this.reminders.postpone(scope, reminder, { due_at }).catch(() => undefined);
    }
  }

  private async decideOne(batch: Batch, reminder: Reminder): Promise<void> {
    const { scope, facts, quiet, now } = batch;
    const rule = batch.rules.get(reminder.rule_id.toHexString());
    const contact = facts.contacts.get(reminder.contact_id.toHexString());
    const decision = decide({
      ...{ reminder, rule, quiet, now },
      appointment: facts.appointments.get(reminder.appointment_id?.toHexString() ?? ''),
      isContactThere: contact !== undefined,
      isOptedOut: facts.optedOut.has(reminder.contact_id.toHexString()),
      objection: batch.objections.get(reminder._id.toHexString()),
    });
    if (decision.do === 'wait') return this.reminders.postpone(scope, reminder, { due_at: decision.until });
    if (decision.do === 'skip' || !rule || !contact) {
      const reason = decision.do === 'skip' ? decision.reason : 'rule_off';
      return this.reminders.settle(scope, reminder, { state: 'skipped', reason });
    }
    const written = await this.writer.write(scope, rule, reminder, contact, facts);
    const assertStillTrue = (): Promise<null> => this.assertStillTrue(scope, reminder);
    await this.delivery.deliver(scope, reminder, rule, written, facts, assertStillTrue);
  }

  /** The batch was read a moment ago; an appointment may be cancelled or moved since. */
  private async assertStillTrue(scope: CompanyScope, reminder: Reminder): Promise<null> {
    if (reminder.kind !== 'reminder' || !reminder.appointment_id) return null;
    const current = await this.appointments.findById(scope, reminder.appointment_id);
    const isSame = current?.state === 'CONFIRMED' && current.starts_at.getTime() === reminder.starts_at.getTime();
    if (!isSame || !current.contact_id?.equals(reminder.contact_id)) throw outdated();
    return null;
  }
}
