import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { JobHandler, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, type IdLike, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../users/index.js';
import type { CreateTeamDto, UpdateTeamDto } from './dto/team.dto.js';
import type { Team } from './schemas/team.schema.js';
import { RemoveDeletedTeam, SweepDeletedTeams } from './teams.jobs.js';
import { TeamsRepository } from './teams.repository.js';

const SWEEP_INTERVAL_MS = 300_000;
const SWEEP_BATCH = 200;

/** The teams of a company and their members. */
@Injectable()
export class TeamsService implements OnApplicationBootstrap {
  constructor(
    private readonly teams: TeamsRepository,
    private readonly accounts: AccountsRepository,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepDeletedTeams, SWEEP_INTERVAL_MS);
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<Team>> {
    return this.teams.list(scope, request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: IdLike): Promise<Team> {
    return this.teams.getById(scope, id);
  }

  /** False for a deleted team. */
  async exists(scope: CompanyScope, id: IdLike): Promise<boolean> {
    return (await this.teams.findById(scope, id)) !== null;
  }

  /** @throws AppError NOT_FOUND for a member | TEAM_EXISTS */
  async create(scope: CompanyScope, { name, member_ids = [] }: CreateTeamDto): Promise<Team> {
    return this.teams.create(scope, {
      name,
      name_key: name.toLowerCase(),
      member_ids: await this.members(scope, member_ids),
    });
  }

  /** @throws AppError NOT_FOUND, also for a member | VERSION_MISMATCH | TEAM_EXISTS */
  async update(scope: CompanyScope, id: Types.ObjectId, input: UpdateTeamDto, version?: number): Promise<Team> {
    const { name } = input;
    const member_ids = input.member_ids && (await this.members(scope, input.member_ids));
    const fields = { ...(name ? { name, name_key: name.toLowerCase() } : {}), ...(member_ids ? { member_ids } : {}) };
    return this.teams.change(scope, id, () => fields, version);
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    // The name is free again at once.
    const gone = { deleted_at: new Date(), name_key: `deleted ${id.toHexString()}` };
    await this.teams.change(scope, id, () => gone);
    await this.enqueue(scope, id);
  }

  removeMember(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    return this.teams.removeMember(scope, userId);
  }

  /** Deletes a team for good; call it when no document refers to the team. */
  forget(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    return this.teams.forget(scope, id);
  }

  @JobHandler(SweepDeletedTeams)
  async sweep(): Promise<void> {
    const before = new Date(Date.now() - SWEEP_INTERVAL_MS);
    for (const { _id, company_id } of await this.teams.deletedBefore(before, SWEEP_BATCH)) {
      await this.enqueue(CompanyScope.of(company_id), _id);
    }
  }

  private async enqueue(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.jobs.enqueue(RemoveDeletedTeam, { companyId: scope.id, teamId: id.toHexString() });
  }

  private async members(scope: CompanyScope, ids: readonly string[]): Promise<Types.ObjectId[]> {
    const wanted = ids.map((id) => toObjectId(id, 'member_ids'));
    const found = wanted.length > 0 ? await this.accounts.colleagues(scope, wanted) : [];
    if (found.length < wanted.length) throw AppError.notFound('User');
    return wanted;
  }
}
