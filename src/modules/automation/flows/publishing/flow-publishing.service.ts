import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../../core/tenancy/index.js';
import { compile, startOf } from '../../flow-core/index.js';
import { FlowChecker } from '../check/flow-checker.js';
import { authorOf } from '../flow-authors.js';
import { FlowVersionsRepository, type VersionRow } from '../flow-versions.repository.js';
import { flowNotFound, hasProblems, neverPublished, publishedByOthers, scenarioFailed } from '../flows.errors.js';
import { FlowsRepository, type LivePart } from '../flows.repository.js';
import { LiveFlowChanges } from '../live/live-flow-changes.js';
import { ScenarioRunner } from '../scenarios/scenario-runner.js';
import { assertMaySendSecrets } from '../secret-steps.js';
import type { Flow, FlowStatus } from '../schemas/flow.schema.js';
import type { FlowVersion } from '../schemas/flow-version.schema.js';

/** Each failed attempt means that another publication took the number. */
const MAX_ATTEMPTS = 20;

/** Decides which version of a flow is live. */
@Injectable()
export class FlowPublishingService {
  constructor(
    private readonly flows: FlowsRepository,
    private readonly stored: FlowVersionsRepository,
    private readonly checker: FlowChecker,
    private readonly scenarios: ScenarioRunner,
    private readonly changes: LiveFlowChanges,
  ) {}

  /**
   * Makes the draft live. An unchanged draft keeps the number of the live version, or of the newest one.
   * @throws AppError NOT_FOUND | FLOW_HAS_PROBLEMS | SCENARIO_FAILED | FORBIDDEN for secrets
   */
  async publish(scope: CompanyScope, caller: Principal, id: Types.ObjectId, note: string | null): Promise<FlowVersion> {
    const flow = await this.flows.getById(scope, id);
    assertMaySendSecrets(caller, flow.draft);
    const problems = await this.checker.problemsOf(scope, flow, flow.draft);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw hasProblems(errors);
    const failed = await this.scenarios.failuresOf(scope, flow, flow.draft);
    if (failed.length > 0) throw scenarioFailed(failed);
    const version = await this.versionOf(scope, caller, flow, note);
    const isLive = version.number === flow.live_version;
    const live = isLive
      ? await this.flows.reopen(scope, id, version.number)
      : await this.flows.publish(scope, id, livePartOf(version), flow.draft_rev);
    // A later draft may have been published meanwhile; then its version stays live.
    if (!live) await this.superseded(scope, id, version.number);
    await this.changes.published(scope, id, version.number);
    return version;
  }

  /** The newest first. */
  versions(scope: CompanyScope, id: Types.ObjectId, request: PageRequest): Promise<Page<VersionRow>> {
    return this.stored.list(scope, id, request);
  }

  /** Also of a deleted flow. @throws AppError NOT_FOUND */
  version(scope: CompanyScope, id: Types.ObjectId, number: number): Promise<FlowVersion> {
    return this.stored.get(scope, id, number);
  }

  /** The number of the live version; null without one, and for a deleted flow. */
  async liveNumber(scope: CompanyScope, id: Types.ObjectId): Promise<number | null> {
    return (await this.flows.findById(scope, id))?.live_version ?? null;
  }

  /** Makes an earlier version live, without a check, because a rollback is urgent. @throws AppError NOT_FOUND | FORBIDDEN for secrets */
  async rollBack(scope: CompanyScope, caller: Principal, id: Types.ObjectId, number: number): Promise<FlowVersion> {
    await this.flows.getById(scope, id);
    const version = await this.stored.get(scope, id, number);
    assertMaySendSecrets(caller, version.graph);
    if (!(await this.flows.rollBack(scope, id, livePartOf(version)))) throw flowNotFound();
    await this.changes.published(scope, id, number);
    return version;
  }

  /** Does nothing if it is paused already. @throws AppError NOT_FOUND | FLOW_NOT_PUBLISHED */
  async pause(scope: CompanyScope, id: Types.ObjectId): Promise<Flow> {
    return this.move(scope, id, 'live', 'paused');
  }

  /** Does nothing if it is live already. @throws AppError NOT_FOUND | FLOW_NOT_PUBLISHED */
  async resume(scope: CompanyScope, id: Types.ObjectId): Promise<Flow> {
    return this.move(scope, id, 'paused', 'live');
  }

  private async move(scope: CompanyScope, id: Types.ObjectId, from: FlowStatus, to: 'live' | 'paused'): Promise<Flow> {
    const moved = await this.flows.move(scope, id, from, to);
    if (moved) {
      await this.changes.moved(scope, id, to === 'live' ? 'resumed' : 'paused');
      return moved;
    }
    const flow = await this.flows.getById(scope, id);
    if (flow.status === 'draft') throw neverPublished();
    return flow;
  }

  /** The version with the graph of the draft: the live one, the newest one, or a new one. */
  private async versionOf(
    scope: CompanyScope,
    caller: Principal,
    { _id: flow_id, draft: graph, draft_hash: hash, live_hash, live_version }: Flow,
    note: string | null,
  ): Promise<FlowVersion> {
    if (live_version !== null && live_hash === hash) return this.stored.get(scope, flow_id, live_version);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const newest = await this.stored.newest(scope, flow_id);
      if (newest?.hash === hash) return newest;
      const number = (newest?.number ?? 0) + 1;
      const version = { flow_id, number, graph, hash, note, published_by: authorOf(caller) };
      const inserted = await this.stored.insert(scope, version);
      if (inserted) return inserted;
    }
    throw publishedByOthers();
  }

  /** A version that was stored while the flow was deleted is noted as deleted, too. @throws AppError NOT_FOUND */
  private async superseded(scope: CompanyScope, id: Types.ObjectId, number: number): Promise<void> {
    if (await this.flows.statusOf(scope, id)) return this.flows.noteVersion(scope, id, number);
    await this.stored.noteDeletion(scope, id);
    throw flowNotFound();
  }
}

function livePartOf({ number, hash, graph }: FlowVersion): LivePart {
  return { live_version: number, live_hash: hash, live_triggers: startOf(compile(graph)) };
}
