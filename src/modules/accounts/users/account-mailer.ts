import { Injectable, Logger } from '@nestjs/common';
import type { Role } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import {
  emailVerificationMail,
  invitationMail,
  type Mail,
  MailboxLimiter,
  Mailer,
  passwordChangedMail,
  passwordResetMail,
  type Recipient,
} from '../notifications/index.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountLinkService } from './links/account-link.service.js';
import { type NotificationKind, notificationWaysOf } from './notification-ways.js';
import type { User } from './schemas/user.schema.js';
import { tooManyMails } from './users.errors.js';
import { SendEmailVerification, SendInvitation, SendPasswordChanged, SendPasswordReset } from './users.jobs.js';

type LinkedPage = 'reset-password' | 'accept-invitation' | 'verify-email';

/**
 * Links are made when the mail is written, so no queue holds one. A request costs the same with and without an
 * account.
 */
@Injectable()
export class AccountMailer {
  private readonly logger = new Logger(AccountMailer.name);

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly companies: CompaniesService,
    private readonly links: AccountLinkService,
    private readonly mailer: Mailer,
    private readonly mailboxes: MailboxLimiter,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  async takeMailQuota(email: string): Promise<void> {
    const until = await this.mailboxes.take(email);
    if (until) throw tooManyMails(until);
  }

  requestPasswordReset(email: string): Promise<void> {
    return this.jobs.enqueue(SendPasswordReset, { email }, { key: email });
  }

  requestPasswordChanged(user: User): Promise<void> {
    return this.jobs.enqueue(SendPasswordChanged, payloadOf(user));
  }

  requestInvitation(user: User): Promise<void> {
    return this.jobs.enqueue(SendInvitation, payloadOf(user));
  }

  /** Left out if the mailbox has had too many mails: the owner can ask for it again. */
  async welcome(user: User): Promise<void> {
    if (await this.mailboxes.take(user.email)) return;
    await this.requestEmailVerification(user);
  }

  /** @throws AppError NOT_FOUND | TOO_MANY_MAILS */
  async resendEmailVerification(scope: CompanyScope, userId: string): Promise<void> {
    const user = await this.accounts.getById(scope, userId);
    if (user.email_verified_at) return;
    await this.takeMailQuota(user.email);
    await this.requestEmailVerification(user);
  }

  /** Drops a mail above the limit, because a stranger must learn nothing. The link of the earlier mail still works. */
  @JobHandler(SendPasswordReset)
  async sendPasswordReset({ email }: PayloadOf<typeof SendPasswordReset>, { attempt }: JobRun): Promise<void> {
    const user = await this.accounts.findByEmail(email);
    if (user?.state !== 'active' && user?.state !== 'invited') return;
    // A later attempt sends the mail that the first one has counted.
    if (attempt === 1 && (await this.mailboxes.take(email))) {
      this.logger.warn({ message: 'a password reset was not mailed: too many mails', user_id: user._id.toHexString() });
      return;
    }
    const token = await this.links.issue(user, 'password_link');
    await this.mailer.send(passwordResetMail(await this.recipient(user), this.link('reset-password', token)));
  }

  @JobHandler(SendPasswordChanged)
  async sendPasswordChanged({ companyId, userId }: PayloadOf<typeof SendPasswordChanged>): Promise<void> {
    const user = await this.accounts.findById(CompanyScope.of(companyId), userId);
    if (user?.state === 'active') await this.mailer.send(passwordChangedMail(await this.recipient(user)));
  }

  @JobHandler(SendInvitation)
  async sendInvitation({ companyId, userId }: PayloadOf<typeof SendInvitation>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const user = await this.accounts.findById(scope, userId);
    if (user?.state !== 'invited') return;
    const { name } = await this.companies.get(scope);
    const token = await this.links.issue(user, 'invitation_link');
    const url = this.link('accept-invitation', token);
    await this.mailer.send(invitationMail(await this.recipient(user), name, url));
  }

  @JobHandler(SendEmailVerification)
  async sendEmailVerification({ companyId, userId }: PayloadOf<typeof SendEmailVerification>): Promise<void> {
    const user = await this.accounts.findById(CompanyScope.of(companyId), userId);
    const isOpen = user?.state === 'active' || user?.state === 'registering';
    if (!isOpen || user.email_verified_at) return;
    const token = await this.links.issue(user, 'verification_link');
    await this.mailer.send(emailVerificationMail(await this.recipient(user), this.link('verify-email', token)));
  }

  /** A registration may be finished by several processes at once. */
  private requestEmailVerification(user: User): Promise<void> {
    return this.jobs.enqueue(SendEmailVerification, payloadOf(user), { key: user._id.toHexString() });
  }

  /**
   * A repetition after a failure may send a person the same mail twice.
   * @param kind leaves out users who want no mails of this kind
   */
  async mailRoles(
    scope: CompanyScope,
    roles: readonly Role[],
    write: (to: Recipient) => Mail,
    kind?: NotificationKind,
  ): Promise<void> {
    const users = await this.accounts.activeWithRole(scope, roles);
    for (const user of users.filter((one) => !kind || notificationWaysOf(one)[kind].includes('mail'))) {
      await this.mailer.send(write(await this.recipient(user)));
    }
  }

  private async recipient(user: User): Promise<Recipient> {
    const { email, full_name } = user;
    const locale = user.locale ?? (await this.companies.get(CompanyScope.of(user.company_id))).locale;
    return { email, full_name, locale };
  }

  private link(page: LinkedPage, token: string): string {
    return `${this.config.frontendUrl}/${page}/${token}`;
  }
}

function payloadOf(user: User): PayloadOf<typeof SendInvitation> {
  return { companyId: user.company_id.toHexString(), userId: user._id.toHexString() };
}
