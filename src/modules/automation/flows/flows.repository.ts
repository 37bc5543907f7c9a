import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { refuseDuplicate } from '../../../core/errors/index.js';
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
import { nameTaken } from './flows.errors.js';
import { Flow, type FlowStatus } from './schemas/flow.schema.js';

const BY_NAME = { field: 'name_key', direction: 1 } as const;
const ROW = {
  name: 1,
  name_key: 1,
  channel_ids: 1,
  status: 1,
  live_version: 1,
  live_hash: 1,
  last_version: 1,
  draft_hash: 1,
  draft_rev: 1,
  draft_by: 1,
  draft_at: 1,
  created_at: 1,
  updated_at: 1,
} as const;
const LIVE = { name: 1, channel_ids: 1, live_version: 1, live_triggers: 1 } as const;

/** A flow of a list: without its graphs, but with their size. */
export type FlowRow = Pick<Flow, '_id' | keyof typeof ROW> & { nodes: number };
export type NewFlow = Pick<Flow, 'name' | 'name_key' | 'channel_ids' | 'draft' | 'draft_hash' | 'draft_by'>;
export type DraftChange = Partial<Pick<NewFlow, 'name' | 'name_key' | 'channel_ids' | 'draft' | 'draft_hash'>> &
  Pick<Flow, 'draft_by'>;
export type LiveRow = Pick<Flow, '_id' | 'name' | 'channel_ids' | 'live_triggers'> & { live_version: number };
export type LivePart = Pick<Flow, 'live_hash' | 'live_triggers'> & { live_version: number };

@Injectable()
export class FlowsRepository extends TenantRepository<Flow> {
  constructor(@InjectModel(Flow.name) model: Model<Flow>) {
    super(model, 'Flow');
  }

  /** By name. @param nameKey only the flow of this name */
  async list(scope: CompanyScope, nameKey: string | undefined, request: PageRequest): Promise<Page<FlowRow>> {
    const limit = request.limit ?? DEFAULT_PAGE_SIZE;
    const filter = {
      $and: [nameKey === undefined ? {} : { name_key: nameKey }, keysetFilter(BY_NAME, request.cursor)],
    };
    const rows = await this.collection.find(scope, filter, {
      sort: keysetSort(BY_NAME),
      limit: limit + 1,
      projection: { ...ROW, nodes: { $size: '$draft.nodes' } },
    });
    return toPage(rows as unknown as FlowRow[], limit, BY_NAME);
  }

  /** Names by hex id of all flows. */
  async names(scope: CompanyScope): Promise<ReadonlyMap<string, string>> {
    const rows = await this.collection.find(scope, {}, { projection: { name: 1 } });
    return new Map(rows.map(({ _id, name }) => [_id.toHexString(), name]));
  }

  /** The flows that start runs, the oldest first. */
  async live(scope: CompanyScope): Promise<LiveRow[]> {
    const rows = await this.collection.find(scope, { status: 'live' }, { sort: { _id: 1 }, projection: LIVE });
    return rows as LiveRow[];
  }

  async statusOf(scope: CompanyScope, id: Types.ObjectId): Promise<FlowStatus | null> {
    const found = await this.collection.findOne(scope, { _id: id }, { projection: { status: 1 } });
    return found?.status ?? null;
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  /** @throws AppError NAME_TAKEN */
  add(scope: CompanyScope, flow: NewFlow): Promise<Flow> {
    const now = new Date();
    const live = { status: 'draft' as const, live_version: null, live_hash: null, live_triggers: [] };
    const published = { last_version: 0, published_rev: 0 };
    const draft = { draft_rev: 1, draft_at: now };
    const dates = { created_at: now, updated_at: now };
    const document = { _id: new Types.ObjectId(), ...flow, ...live, ...published, ...draft, ...dates };
    return refuseDuplicate(this.collection.insertOne(scope, document), nameTaken);
  }

  /** @returns null unless the draft is still at `rev` @throws AppError NAME_TAKEN */
  changeDraft(scope: CompanyScope, id: Types.ObjectId, rev: number, change: DraftChange): Promise<Flow | null> {
    const now = new Date();
    const update = { $set: { ...change, draft_at: now, updated_at: now }, $inc: { draft_rev: 1 } };
    return refuseDuplicate(this.collection.findOneAndUpdate(scope, { _id: id, draft_rev: rev }, update), nameTaken);
  }

  /**
   * Makes a version live that was published now.
   * @param rev the `draft_rev` of its graph
   * @returns null if a later draft was published meanwhile, or the flow is deleted
   */
  publish(scope: CompanyScope, id: Types.ObjectId, live: LivePart, rev: number): Promise<Flow | null> {
    const filter = { _id: id, published_rev: { $lte: rev } };
    const $set = { ...live, ...stateNow('live'), published_rev: rev };
    return this.collection.findOneAndUpdate(scope, filter, { $set, $max: { last_version: live.live_version } });
  }

  /** Counts a version that did not become live. */
  async noteVersion(scope: CompanyScope, id: Types.ObjectId, number: number): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $max: { last_version: number } });
  }

  /** Resumes a flow whose live version is published again. @returns null if another version is live now */
  reopen(scope: CompanyScope, id: Types.ObjectId, number: number): Promise<Flow | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id, live_version: number }, { $set: stateNow('live') });
  }

  /** Makes an earlier version live. @returns null if the flow is deleted */
  rollBack(scope: CompanyScope, id: Types.ObjectId, live: LivePart): Promise<Flow | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id }, { $set: { ...live, ...stateNow('live') } });
  }

  /** @returns null unless the flow is in the state `from` */
  move(scope: CompanyScope, id: Types.ObjectId, from: FlowStatus, to: FlowStatus): Promise<Flow | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id, status: from }, { $set: stateNow(to) });
  }

  /** @returns whether it was there */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    return (await this.collection.deleteMany(scope, { _id: id })) > 0;
  }
}

function stateNow(status: FlowStatus): Pick<Flow, 'status' | 'updated_at'> {
  return { status, updated_at: new Date() };
}
