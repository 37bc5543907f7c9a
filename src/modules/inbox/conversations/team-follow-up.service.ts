import { Injectable } from '@nestjs/common';
import { JobHandler, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { RemoveDeletedTeam, TeamsService } from '../../accounts/teams/index.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';

/** Takes a deleted team off its conversations. */
@Injectable()
export class TeamFollowUpService {
  constructor(
    private readonly teams: TeamsService,
    private readonly conversations: ConversationsRepository,
    private readonly inbox: ConversationsService,
  ) {}

  @JobHandler(RemoveDeletedTeam)
  async remove({ companyId, teamId }: PayloadOf<typeof RemoveDeletedTeam>): Promise<void> {
    const [scope, id] = [CompanyScope.of(companyId), toObjectId(teamId)];
    await this.conversations.removeTeam(scope, id);
    await this.inbox.publishRemovals(scope, id);
    await this.teams.forget(scope, id);
  }
}
