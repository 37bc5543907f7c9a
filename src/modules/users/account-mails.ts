import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../core/config/index.js';
import { JobHandler, Jobs, type PayloadOf } from '../../core/jobs/index.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import { invitationMail, Mailer, passwordChangedMail, passwordResetMail } from '../notifications/index.js';
import { Accounts } from './accounts.js';
import { INVITATION_LIFE_MS, PasswordLinks, RESET_LINK_LIFE_MS } from './passwords/password-links.js';
import type { User } from './schemas/user.schema.js';
import { SendInvitation, SendPasswordChanged, SendPasswordReset } from './users.jobs.js';

/**
 * The mails about an account. Links are made when the mail is written, so that no queue ever holds one, and asking for
 * a mail costs the same whether the address has an account or not.
 */
@Injectable()
export class AccountMails {
  constructor(
    private readonly accounts: Accounts,
    private readonly companies: CompaniesService,
    private readonly links: PasswordLinks,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  /** Until one is sent, asking again adds nothing. */
  requestPasswordReset(email: string): Promise<void> {
    return this.jobs.enqueue(SendPasswordReset, { email }, { key: email });
  }

  requestPasswordChanged(user: User): Promise<void> {
    return this.jobs.enqueue(SendPasswordChanged, payloadOf(user));
  }

  requestInvitation(user: User): Promise<void> {
    return this.jobs.enqueue(SendInvitation, payloadOf(user));
  }

  @JobHandler(SendPasswordReset)
  async sendPasswordReset({ email }: PayloadOf<typeof SendPasswordReset>): Promise<void> {
    const user = await this.accounts.findByEmail(email);
    if (user?.state !== 'active' && user?.state !== 'invited') return;
    const token = await this.links.issue(user, RESET_LINK_LIFE_MS);
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
    const token = await this.links.issue(user, INVITATION_LIFE_MS);
    const url = this.link('accept-invitation', token);
    await this.mailer.send(invitationMail(await this.recipient(user), name, url));
  }

  private async recipient(user: User): Promise<{ email: string; full_name: string; locale: string }> {
    const { email, full_name } = user;
    const locale = user.locale ?? (await this.companies.get(CompanyScope.of(user.company_id))).locale;
    return { email, full_name, locale };
  }

  /** Pages of the staff app. */
  private link(page: 'reset-password' | 'accept-invitation', token: string): string {
    return `${this.config.frontendUrl}/${page}/${token}`;
  }
}

function payloadOf(user: User): PayloadOf<typeof SendInvitation> {
  return { companyId: user.company_id.toHexString(), userId: user._id.toHexString() };
}
