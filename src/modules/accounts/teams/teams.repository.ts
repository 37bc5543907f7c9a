import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError, refuseDuplicate } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  toObjectId,
  VersionedRepository,
} from '../../../core/tenancy/index.js';
import { Team } from './schemas/team.schema.js';

const BY_NAME = { field: 'name', direction: 1 } as const;

/** Teams; a deleted one is hidden until conversations have lost it. */
@Injectable()
export class TeamsRepository extends VersionedRepository<Team> {
  constructor(@InjectModel(Team.name) model: Model<Team>) {
    super(model, 'Team');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<Team>> {
    return this.page(scope, { deleted_at: null }, BY_NAME, request);
  }

  override findById(scope: CompanyScope, id: IdLike): Promise<Team | null> {
    return this.findOne(scope, { _id: toObjectId(id), deleted_at: null });
  }

  /** @throws AppError TEAM_EXISTS */
  override create(scope: CompanyScope, fields: Pick<Team, 'name' | 'name_key' | 'member_ids'>): Promise<Team> {
    return refuseDuplicate(super.create(scope, fields), nameTaken);
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | TEAM_EXISTS */
  override change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: Team) => Partial<Team>,
    version?: number,
  ): Promise<Team> {
    return refuseDuplicate(super.change(scope, id, change, version), nameTaken);
  }

  /** Deleted teams of all companies that are still stored. */
  deletedBefore(before: Date, limit: number): Promise<Team[]> {
    const filter = { deleted_at: { $lt: before, $type: 'date' as const } };
    return this.findAcrossCompanies('sweep expired', filter, { limit, sort: { deleted_at: 1 } });
  }

  async removeMember(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    const update = { $pull: { member_ids: userId }, $inc: { revision: 1 }, $set: { updated_at: new Date() } };
    await this.collection.updateMany(scope, { member_ids: userId }, update);
  }

  async forget(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id: id, deleted_at: { $ne: null } });
  }
}

const nameTaken = (): AppError => AppError.conflict('TEAM_EXISTS', 'A team with this name exists; choose another name');
