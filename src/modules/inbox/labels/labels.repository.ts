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
import { Label } from './schemas/label.schema.js';

const BY_NAME = { field: 'name', direction: 1 } as const;

/** Labels; a deleted one is hidden until conversations have lost it. */
@Injectable()
export class LabelsRepository extends VersionedRepository<Label> {
  constructor(@InjectModel(Label.name) model: Model<Label>) {
    super(model, 'Label');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<Label>> {
    return this.page(scope, { deleted_at: null }, BY_NAME, request);
  }

  /** @throws AppError LABEL_EXISTS */
  override async create(scope: CompanyScope, fields: Pick<Label, 'name' | 'name_key' | 'color'>): Promise<Label> {
    return refuseDuplicate(super.create(scope, fields), nameTaken);
  }

  override findById(scope: CompanyScope, id: IdLike): Promise<Label | null> {
    return this.findOne(scope, { _id: toObjectId(id), deleted_at: null });
  }

  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Label[]> {
    return this.find(scope, { _id: { $in: [...ids] }, deleted_at: null });
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | LABEL_EXISTS */
  override change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: Label) => Partial<Label>,
    version?: number,
  ): Promise<Label> {
    return refuseDuplicate(super.change(scope, id, change, version), nameTaken);
  }

  /** Also a deleted one. */
  findPending(scope: CompanyScope, id: IdLike): Promise<Label | null> {
    return this.findOne(scope, { _id: toObjectId(id), pending_since: { $exists: true } });
  }

  /** Labels of all companies whose change is older than this. */
  pendingBefore(before: Date, limit: number): Promise<Label[]> {
    const filter = { pending_since: { $lt: before } };
    return this.findAcrossCompanies('sweep expired', filter, { limit, sort: { pending_since: 1 } });
  }

  /** Conversations have followed the change; a later change stays pending. */
  async settle(scope: CompanyScope, { _id, revision, deleted_at }: Label): Promise<void> {
    if (deleted_at) await this.collection.deleteMany(scope, { _id });
    else await this.updateOne(scope, { _id, revision }, { $set: { former_names: [] }, $unset: { pending_since: 1 } });
  }
}

const nameTaken = (): AppError =>
  AppError.conflict('LABEL_EXISTS', 'A label with this name exists; choose another name');
