import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import { SingleFlight } from '../../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type CompiledFlow, compile, type NodeOf } from '../../flow-core/index.js';
import { FlowVersionsRepository } from '../flow-versions.repository.js';
import { FlowsRepository } from '../flows.repository.js';
import type { FlowStatus } from '../schemas/flow.schema.js';
import { LiveFlowsVersionsRepository } from './live-flows-versions.repository.js';

const MAX_COMPANIES = 500;
/** How long an old list may be used if a process crashes after a write and before it counts the change. */
const MAX_AGE_MS = 60_000;
const MAX_GRAPHS = 1_000;
const MAX_GRAPH_CHARACTERS = 64 * 1_024 * 1_024;

/** A flow that starts runs. */
export interface LiveFlow {
  readonly _id: Types.ObjectId;
  readonly name: string;
  /** Hex ids; empty: every channel. */
  readonly channel_ids: readonly string[];
  /** The version that a new run is started on. */
  readonly version: number;
  readonly triggers: readonly NodeOf<'trigger'>[];
}

interface CachedList {
  readonly version: number;
  readonly flows: Promise<readonly LiveFlow[]>;
}

/** The flows as the engine reads them, from caches that are current in every process. */
@Injectable()
export class LiveFlows {
  private readonly countReads = new SingleFlight<number>();
  private readonly lists = new LRUCache<string, CachedList>({ max: MAX_COMPANIES, ttl: MAX_AGE_MS });
  private readonly graphs = new LRUCache<string, CompiledFlow>({
    max: MAX_GRAPHS,
    maxSize: MAX_GRAPH_CHARACTERS,
    sizeCalculation: ({ graph }) => JSON.stringify(graph).length,
  });

  constructor(
    private readonly flows: FlowsRepository,
    private readonly versions: FlowVersionsRepository,
    private readonly changes: LiveFlowsVersionsRepository,
  ) {}

  /**
   * The live flows of a company, the oldest first. One small query, which parallel calls share, and a second one after
   * a change. The list and its flows stay the same objects until then.
   */
  async liveOf(scope: CompanyScope): Promise<readonly LiveFlow[]> {
    // The count is read first, so that the list is at least as new.
    const version = await this.countReads.run(scope.id, Date.now(), () => this.changes.current(scope));
    const cached = this.lists.get(scope.id);
    if (cached && cached.version >= version) return cached.flows;
    const entry = { version, flows: this.read(scope) };
    this.lists.set(scope.id, entry);
    // Waiting callers get the error; the next call tries again.
    entry.flows.catch(() => {
      if (this.lists.peek(scope.id) === entry) this.lists.delete(scope.id);
    });
    return entry.flows;
  }

  /** A published graph, compiled. @throws AppError NOT_FOUND, also long after the flow was deleted */
  async version(scope: CompanyScope, flowId: Types.ObjectId, number: number): Promise<CompiledFlow> {
    const key = `${scope.id}/${flowId.toHexString()}/${number}`;
    const cached = this.graphs.get(key);
    if (cached) return cached;
    const compiled = compile((await this.versions.get(scope, flowId, number)).graph);
    this.graphs.set(key, compiled);
    return compiled;
  }

  /** The stored state of a flow, read anew; null if it is deleted. */
  statusOf(scope: CompanyScope, flowId: Types.ObjectId): Promise<FlowStatus | null> {
    return this.flows.statusOf(scope, flowId);
  }

  private async read(scope: CompanyScope): Promise<readonly LiveFlow[]> {
    const flows = await this.flows.live(scope);
    return flows.map(({ _id, name, channel_ids, live_version, live_triggers }) => ({
      _id,
      name,
      channel_ids: channel_ids.map((id) => id.toHexString()),
      version: live_version,
      triggers: live_triggers,
    }));
  }
}
