import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../../inbox/channels/index.js';
import type { FlowGraph } from '../flow-core/index.js';
import type { CreateFlowDto, UpdateFlowDto } from './dto/flow-input.dto.js';
import { authorOf, FlowAuthors } from './flow-authors.js';
import { freeName, nameKey } from './flow-names.js';
import { FlowVersionsRepository } from './flow-versions.repository.js';
import { draftConflict, flowNotFound, tooMany } from './flows.errors.js';
import { type DraftChange, type FlowRow, FlowsRepository } from './flows.repository.js';
import { hashOf } from './graph/graph-hash.js';
import { LiveFlowChanges } from './live/live-flow-changes.js';
import { ScenariosRepository } from './scenarios/scenarios.repository.js';
import type { Flow } from './schemas/flow.schema.js';
import { assertMaySendSecrets } from './secret-steps.js';

export const MAX_FLOWS = 500;

/** Each failed attempt means that another request took the free name. */
const MAX_NAME_ATTEMPTS = 5;

/** A flow that is not stored yet. */
export interface FlowDraft {
  readonly name: string;
  readonly channel_ids: Types.ObjectId[];
  readonly graph: FlowGraph;
}

/** The drafts of the flows: making, changing, copying and deleting them. */
@Injectable()
export class FlowsService {
  constructor(
    private readonly flows: FlowsRepository,
    private readonly versions: FlowVersionsRepository,
    private readonly scenarios: ScenariosRepository,
    private readonly channels: ChannelDirectory,
    private readonly authors: FlowAuthors,
    private readonly changes: LiveFlowChanges,
  ) {}

  list(scope: CompanyScope, name: string | undefined, request: PageRequest): Promise<Page<FlowRow>> {
    return this.flows.list(scope, name === undefined ? undefined : nameKey(name), request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Flow> {
    return this.flows.getById(scope, id);
  }

  /** @throws AppError NAME_TAKEN | NOT_FOUND for a channel | LIMIT_REACHED | FORBIDDEN for secrets */
  async create(scope: CompanyScope, caller: Principal, { name, channel_ids, graph }: CreateFlowDto): Promise<Flow> {
    const ids = (channel_ids ?? []).map((id) => toObjectId(id));
    await this.assertChannels(scope, ids);
    return this.add(scope, caller, { name, channel_ids: ids, graph: graph ?? firstGraph() });
  }

  /** Stores a flow under its name, or under the name with the first free number. @throws AppError LIMIT_REACHED | FORBIDDEN for secrets */
  async addCopy(scope: CompanyScope, caller: Principal, draft: FlowDraft): Promise<Flow> {
    for (let attempt = 1; ; attempt++) {
      const names = await this.flows.names(scope);
      const name = freeName(draft.name, new Set([...names.values()].map(nameKey)));
      try {
        return await this.add(scope, caller, { ...draft, name });
      } catch (error) {
        const isTaken = error instanceof AppError && error.code === 'NAME_TAKEN';
        if (!isTaken || attempt === MAX_NAME_ATTEMPTS) throw error;
      }
    }
  }

  /** Copies the draft and the scenarios. @throws AppError NOT_FOUND | NAME_TAKEN | LIMIT_REACHED | FORBIDDEN for secrets */
  async duplicate(scope: CompanyScope, caller: Principal, id: Types.ObjectId, name?: string): Promise<Flow> {
    const { name: original, channel_ids, draft } = await this.flows.getById(scope, id);
    const copied = { channel_ids, graph: draft };
    const copy = await (name === undefined
      ? this.addCopy(scope, caller, { ...copied, name: original })
      : this.add(scope, caller, { ...copied, name }));
    await this.scenarios.copy(scope, id, copy._id);
    return copy;
  }

  /** @throws AppError NOT_FOUND | DRAFT_CONFLICT | NAME_TAKEN | FORBIDDEN for secrets */
  async change(scope: CompanyScope, caller: Principal, id: Types.ObjectId, input: UpdateFlowDto): Promise<Flow> {
    const { name, channel_ids, graph, draft_rev } = input;
    const change: DraftChange = { draft_by: authorOf(caller) };
    if (name !== undefined) Object.assign(change, { name, name_key: nameKey(name) });
    const current = await this.flows.getById(scope, id);
    if (graph) {
      assertMaySendSecrets(caller, graph, current.draft);
      Object.assign(change, { draft: graph, draft_hash: hashOf(graph) });
    }
    if (channel_ids) {
      change.channel_ids = channel_ids.map((one) => toObjectId(one));
      await this.assertChannels(scope, change.channel_ids, current.channel_ids);
    }
    const changed = await this.flows.changeDraft(scope, id, draft_rev, change);
    if (!changed) throw await this.conflict(scope, id);
    if (changed.status !== 'draft' && (change.name ?? change.channel_ids)) await this.changes.renamed(scope);
    return changed;
  }

  /** Deletes the flow with its scenarios, also if it is live. Its versions stay as long as runs on them. @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const wasThere = await this.flows.remove(scope, id);
    if (wasThere) await this.changes.moved(scope, id, 'deleted');
    // Also after a crash of an earlier call, which may have left them.
    await this.versions.noteDeletion(scope, id);
    await this.scenarios.removeOfFlow(scope, id);
    if (!wasThere) throw flowNotFound();
  }

  private async add(scope: CompanyScope, caller: Principal, { name, channel_ids, graph }: FlowDraft): Promise<Flow> {
    assertMaySendSecrets(caller, graph);
    if ((await this.flows.countAll(scope)) >= MAX_FLOWS) throw tooMany('flows', MAX_FLOWS);
    const draft = { draft: graph, draft_hash: hashOf(graph), draft_by: authorOf(caller) };
    return this.flows.add(scope, { name, name_key: nameKey(name), channel_ids, ...draft });
  }

  /** @param kept ids that the flow has already; their channels may be disconnected */
  private async assertChannels(
    scope: CompanyScope,
    ids: readonly Types.ObjectId[],
    kept: readonly Types.ObjectId[] = [],
  ): Promise<void> {
    const added = ids.filter((id) => !kept.some((one) => one.equals(id)));
    if (added.length === 0) return;
    const known = await this.channels.findLive(scope);
    if (added.some((id) => !known.some(({ _id }) => _id === id.toHexString()))) throw AppError.notFound('Channel');
  }

  private async conflict(scope: CompanyScope, id: Types.ObjectId): Promise<AppError> {
    const { draft_rev, draft_by, draft_at } = await this.flows.getById(scope, id);
    const _id = draft_by._id.toHexString();
    const full_name = draft_by.key_name ?? (await this.authors.names(scope, [draft_by])).get(_id) ?? '';
    return draftConflict({ draft_rev, edited_by: { _id, full_name }, edited_at: draft_at });
  }
}

/** A trigger alone, so that the builder has something to begin with. */
function firstGraph(): FlowGraph {
  const trigger = { id: 'start', type: 'trigger' as const, position: { x: 0, y: 0 } };
  return { nodes: [{ ...trigger, data: { kind: 'keyword', words: [] } }], edges: [] };
}
