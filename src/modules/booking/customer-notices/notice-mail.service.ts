import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { layOut, type Mail, MailboxLimiter, Mailer, MailNotTakenError } from '../../accounts/notifications/index.js';
import { BookingSettingsService } from '../catalog/index.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import { noticeCalendar } from './notice-calendar.js';
import type { WrittenNotice } from './notice-facts.service.js';

const ADDRESS_IN_BRACKETS = /<([^>]+)>/;

/** Sends the mail of a notice at most once: it is claimed before the call, and after a crash in the call it is `unknown`. */
@Injectable()
export class NoticeMailService {
  private readonly logger = new Logger(NoticeMailService.name);

  constructor(
    private readonly notices: CustomerNoticesRepository,
    private readonly mailer: Mailer,
    private readonly limiter: MailboxLimiter,
    private readonly settings: BookingSettingsService,
    private readonly config: AppConfig,
  ) {}

  /** Call it under the lock of the appointment: a mail that is `sending` then was left by a crash. */
  async closeInterrupted(scope: CompanyScope, notice: CustomerNotice): Promise<void> {
    if (notice.mail.state === 'sending') await this.notices.changeMail(scope, notice, ['sending'], 'unknown');
  }

  /** @throws MailNotTakenError unless it is the last attempt: the mail may be sent again */
  async send(
    scope: CompanyScope,
    notice: CustomerNotice,
    written: WrittenNotice,
    isLastAttempt: boolean,
  ): Promise<void> {
    if (notice.mail.state !== 'waiting') return;
    const { email } = written.contact;
    const refusal = email ? await this.refusal(scope, email, written) : 'no_address';
    if (!email || refusal) return this.skip(scope, notice, refusal ?? 'no_address');
    if (!(await this.notices.changeMail(scope, notice, ['waiting'], 'sending'))) return;
    try {
      await this.mailer.send(this.mailOf(notice, written, email));
    } catch (error) {
      return this.afterFailure(scope, notice, error, isLastAttempt);
    }
    // Another process may have taken this one for dead.
    await this.notices.changeMail(scope, notice, ['sending', 'unknown'], 'sent');
  }

  async skip(scope: CompanyScope, notice: CustomerNotice, reason: string): Promise<void> {
    await this.notices.changeMail(scope, notice, ['waiting'], 'skipped', reason);
  }

  private async afterFailure(
    scope: CompanyScope,
    notice: CustomerNotice,
    error: unknown,
    isLastAttempt: boolean,
  ): Promise<void> {
    this.logger.warn(`could not mail notice ${notice._id.toHexString()}`, error);
    const isRepeatable = error instanceof MailNotTakenError;
    const state = isRepeatable ? (isLastAttempt ? 'failed' : 'waiting') : 'unknown';
    await this.notices.changeMail(scope, notice, ['sending'], state, state === 'waiting' ? null : 'mail_server');
    if (state === 'waiting') throw error;
  }

  /** Without a proof of the address, a visitor could fill a stranger's mailbox. */
  private async refusal(
    scope: CompanyScope,
    email: string,
    { appointment, offer }: WrittenNotice,
  ): Promise<string | undefined> {
    if ((appointment.source !== 'public' && !offer) || (await this.settings.get(scope)).contact_check) return undefined;
    return (await this.limiter.take(email)) ? 'too_many_mails' : undefined;
  }

  private mailOf(notice: CustomerNotice, written: WrittenNotice, email: string): Mail {
    const { company, text } = written;
    const mail = layOut(email, text);
    const calendar = noticeCalendar(this.calendarFacts(notice, written, email));
    return { ...mail, ...(company.email ? { replyTo: company.email } : {}), ...(calendar ? { calendar } : {}) };
  }

  private calendarFacts(
    { kind, was_booked }: CustomerNotice,
    { company, contact, appointment, services, manageUrl }: WrittenNotice,
    email: string,
  ): Parameters<typeof noticeCalendar>[0] {
    const sender = ADDRESS_IN_BRACKETS.exec(this.config.mailFrom)?.[1] ?? this.config.mailFrom;
    const { _id, ver, starts_at, ends_at } = appointment;
    return {
      ...{ kind, wasBooked: was_booked, appointmentId: _id.toHexString(), version: ver, starts_at, ends_at },
      title: [services.join(', '), company.name].filter(Boolean).join(' - '),
      address: company.address,
      url: manageUrl,
      organizer: { name: company.name, email: company.email ?? sender },
      customer: { name: contact.full_name, email },
    };
  }
}
