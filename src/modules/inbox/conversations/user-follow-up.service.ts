import { Injectable } from '@nestjs/common';
import { JobHandler, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { TeamsService } from '../../accounts/teams/index.js';
import { AccountsRepository, RemoveDeletedUser } from '../../accounts/users/index.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';

/** Frees the conversations of a deleted user, so that colleagues see them as unassigned. */
@Injectable()
export class UserFollowUpService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly teams: TeamsService,
    private readonly conversations: ConversationsRepository,
    private readonly inbox: ConversationsService,
  ) {}

  @JobHandler(RemoveDeletedUser)
  async remove({ companyId, userId }: PayloadOf<typeof RemoveDeletedUser>): Promise<void> {
    const [scope, id] = [CompanyScope.of(companyId), toObjectId(userId)];
    const user = await this.accounts.findById(scope, id);
    if (user?.state !== 'deleted') return;
    await this.teams.removeMember(scope, id);
    await this.conversations.unassign(scope, id);
    await this.inbox.publishRemovals(scope, id);
  }
}
