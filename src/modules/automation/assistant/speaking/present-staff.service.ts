import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { rolesWith } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { PresenceService } from '../../../accounts/auth/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import {
  type Conversation,
  ConversationsRepository,
  ConversationsService,
} from '../../../inbox/conversations/index.js';

/** Gives a conversation to somebody who has the app open. */
@Injectable()
export class PresentStaff {
  constructor(
    private readonly presence: PresenceService,
    private readonly accounts: AccountsRepository,
    private readonly rows: ConversationsRepository,
    private readonly conversations: ConversationsService,
  ) {}

  /** To the one with the fewest open conversations. Nobody gets it if nobody is present, or if it is assigned already. */
  async assign(scope: CompanyScope, { _id, assignee_id }: Conversation): Promise<void> {
    if (assignee_id) return;
    const chosen = await this.leastBusy(scope);
    if (!chosen) return;
    await this.conversations.assignByAutomation(scope, _id, chosen).catch((error: unknown) => {
      // A colleague has taken it, or has left, meanwhile.
      if (!(error instanceof AppError)) throw error;
    });
  }

  private async leastBusy(scope: CompanyScope): Promise<Types.ObjectId | undefined> {
    const [online, staff] = await Promise.all([
      this.presence.onlineUsers(scope),
      this.accounts.activeWithRole(scope, rolesWith('messages:send')),
    ]);
    const present = staff.filter(({ _id }) => online.has(_id.toHexString()));
    const open = await Promise.all(present.map(({ _id }) => this.rows.countOpenOf(scope, _id)));
    const least = Math.min(...open);
    return present[open.indexOf(least)]?._id;
  }
}
