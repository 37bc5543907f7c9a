import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  DEFAULT_PAGE_SIZE,
  keysetFilter,
  keysetSort,
  type Page,
  type PageRequest,
  TenantRepository,
  toPage,
} from '../../../core/tenancy/index.js';
import { FlowVersion } from './schemas/flow-version.schema.js';

const PURGE_BATCH = 100;
const NEWEST_FIRST = { field: 'number', direction: -1 } as const;

/** A version of a list, without its graph. */
export type VersionRow = Omit<FlowVersion, 'graph'>;
export type NewVersion = Pick<FlowVersion, 'flow_id' | 'number' | 'graph' | 'hash' | 'note' | 'published_by'>;

/** The published graphs. */
@Injectable()
export class FlowVersionsRepository extends TenantRepository<FlowVersion> {
  constructor(@InjectModel(FlowVersion.name) model: Model<FlowVersion>) {
    super(model, 'Version of the flow');
  }

  async list(scope: CompanyScope, flowId: Types.ObjectId, request: PageRequest): Promise<Page<VersionRow>> {
    const limit = request.limit ?? DEFAULT_PAGE_SIZE;
    const filter = { $and: [{ flow_id: flowId }, keysetFilter(NEWEST_FIRST, request.cursor)] };
    const options = { sort: keysetSort(NEWEST_FIRST), limit: limit + 1, projection: { graph: 0 } };
    return toPage<VersionRow>(await this.collection.find(scope, filter, options), limit, NEWEST_FIRST);
  }

  /** @throws AppError NOT_FOUND */
  async get(scope: CompanyScope, flowId: Types.ObjectId, number: number): Promise<FlowVersion> {
    const version = await this.collection.findOne(scope, { flow_id: flowId, number });
    if (!version) throw AppError.notFound('Version of the flow');
    return version;
  }

  async newest(scope: CompanyScope, flowId: Types.ObjectId): Promise<FlowVersion | null> {
    const options = { sort: { number: -1 }, limit: 1 } as const;
    const [newest] = await this.collection.find(scope, { flow_id: flowId }, options);
    return newest ?? null;
  }

  /** @returns null if another publication has taken the number */
  async insert(scope: CompanyScope, version: NewVersion): Promise<FlowVersion | null> {
    const now = new Date();
    const dates = { published_at: now, created_at: now, updated_at: now };
    try {
      return await this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...version, ...dates });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Their flow is deleted. They stay for the runs on them, until {@link purge}. */
  async noteDeletion(scope: CompanyScope, flowId: Types.ObjectId): Promise<void> {
    const filter = { flow_id: flowId, flow_deleted_at: { $exists: false } };
    await this.collection.updateMany(scope, filter, { $set: { flow_deleted_at: new Date() } });
  }

  /** Deletes up to a batch of versions whose flow was deleted before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { flow_deleted_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies(
      'sweep expired',
      { flow_deleted_at: { $lt: before } },
      options,
    );
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }
}
