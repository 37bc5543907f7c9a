import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { DurableLimiter, type LimitRule } from '../../../../core/limits/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountMailer } from '../account-mailer.js';
import { AccountsRepository } from '../accounts.repository.js';
import type { InviteUserDto } from '../dto/manage-users.dto.js';
import type { User } from '../schemas/user.schema.js';
import { assertMayManage } from '../user-rules.js';
import { emailNotVerified, emailTaken, notInvited, tooManyInvitations } from '../users.errors.js';
import { UsersRepository } from '../users.repository.js';

const INVITATIONS: LimitRule = { max: 30, windowMs: 24 * 3_600_000 };

/** Each invitation is a mail to a stranger, so it needs a verified sender and has limits. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly accounts: AccountsRepository,
    private readonly mails: AccountMailer,
    private readonly limits: DurableLimiter,
    private readonly events: EventBus,
  ) {}

  /**
   * Stores a person without a password and mails a link to set one.
   * @throws AppError EMAIL_TAKEN | FORBIDDEN | EMAIL_NOT_VERIFIED | TOO_MANY_INVITATIONS | TOO_MANY_MAILS
   */
  async invite(scope: CompanyScope, caller: Principal, invitation: InviteUserDto): Promise<User> {
    const { email, role, full_name = '', locale = null } = invitation;
    assertMayManage(caller, role);
    await this.assertVerified(scope, caller);
    // Before the mail is counted: an invitation that is refused must not use up the mails of the address.
    if (await this.accounts.findByEmail(email)) throw emailTaken();
    await this.takeInvitation(scope, email);
    const user = await this.users.add(scope, { email, role, full_name, locale, state: 'invited' });
    this.events.emit('users.changed', { companyId: scope.id, userId: user._id.toHexString(), deleted: false });
    await this.mails.requestInvitation(user);
    return user;
  }

  /**
   * Mails a new link, which replaces the one before.
   * @throws AppError NOT_FOUND | FORBIDDEN | NOT_INVITED | EMAIL_NOT_VERIFIED | TOO_MANY_INVITATIONS |
   *   TOO_MANY_MAILS
   */
  async resend(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    const user = await this.users.getExisting(scope, id);
    assertMayManage(caller, user.role);
    if (user.state !== 'invited') throw notInvited();
    await this.assertVerified(scope, caller);
    await this.takeInvitation(scope, user.email);
    await this.mails.requestInvitation(user);
  }

  private async assertVerified(scope: CompanyScope, caller: Principal): Promise<void> {
    const { email_verified_at } = await this.users.getExisting(scope, caller.userId);
    if (!email_verified_at) throw emailNotVerified();
  }

  private async takeInvitation(scope: CompanyScope, email: string): Promise<void> {
    const until = await this.limits.take(`invitations:${scope.id}`, INVITATIONS);
    if (until) throw tooManyInvitations(until);
    await this.mails.takeMailQuota(email);
  }
}
