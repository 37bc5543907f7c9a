import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { layOut, Mailer, MailNotTakenError } from '../../accounts/notifications/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import type { WrittenReminder } from './reminder-writer.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { Reminder } from './schemas/reminder.schema.js';

const MAX_FAILURES = 5;
const TRY_AGAIN_MS = 2 * 60_000;

/** Sends the mail of a reminder at most once. Call it after the way is stored. */
@Injectable()
export class ReminderMailService {
  private readonly logger = new Logger(ReminderMailService.name);

  constructor(
    private readonly reminders: RemindersRepository,
    private readonly mailer: Mailer,
    private readonly companies: CompaniesService,
  ) {}

  /** @returns why nothing was sent; undefined if it is settled, or will be tried again */
  async send(
    scope: CompanyScope,
    reminder: Reminder,
    { contact, mail }: WrittenReminder,
    assertStillTrue: () => Promise<null>,
  ): Promise<string | undefined> {
    const { email: replyTo } = await this.companies.get(scope);
    if (!contact.email) return 'no_address';
    try {
      await assertStillTrue();
      await this.mailer.send({ ...layOut(contact.email, mail), ...(replyTo ? { replyTo } : {}) });
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return 'outdated';
      await this.afterFailure(scope, reminder, error);
      return undefined;
    }
    await this.reminders.settle(scope, reminder, { state: 'sent' });
    return undefined;
  }

  private async afterFailure(scope: CompanyScope, reminder: Reminder, error: unknown): Promise<void> {
    this.logger.warn(`could not mail reminder ${reminder._id.toHexString()}`, error);
    const failures = reminder.failures + 1;
    if (!(error instanceof MailNotTakenError))
      return this.reminders.settle(scope, reminder, { state: 'unknown', reason: 'mail_server' });
    if (failures >= MAX_FAILURES)
      return this.reminders.settle(scope, reminder, { state: 'failed', reason: 'mail_server' });
    const due_at = new Date(Date.now() + TRY_AGAIN_MS);
    await this.reminders.postpone(scope, reminder, { due_at, attempt: null, failures });
  }
}
