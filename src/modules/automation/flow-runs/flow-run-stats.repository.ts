import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, type PipelineStage, Types } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantRepository } from '../../../core/tenancy/index.js';
import type { NodeStatsDto } from './dto/run.dto.js';
import { FlowRun } from './schemas/flow-run.schema.js';

const MS = 1_000;

interface Counted {
  readonly runs: readonly { readonly _id: string | null; readonly count: number }[];
  readonly ends: readonly { readonly _id: string; readonly count: number }[];
  readonly outlets: readonly { readonly _id: { node: string; outlet: string | null }; readonly count: number }[];
}

export interface RunStats {
  readonly runs: number;
  readonly nodes: NodeStatsDto[];
  readonly stop_reasons: Record<string, number>;
}

/** Counts what runs did, by node. */
@Injectable()
export class FlowRunStatsRepository extends TenantRepository<FlowRun> {
  constructor(@InjectModel(FlowRun.name) model: Model<FlowRun>) {
    super(model, 'Flow run');
  }

  /** Counts the runs that began since then. Ids contain their time, so the query uses their index. */
  async of(scope: CompanyScope, flowId: Types.ObjectId, since: Date): Promise<RunStats> {
    const first = Types.ObjectId.createFromTime(Math.floor(since.getTime() / MS));
    const ours = { $match: this.scoped(scope, { flow_id: flowId, _id: { $gte: first } }) };
    const ended = { $match: { ended_at: { $ne: null } } };
    // The second line of a step, if there is one, has the outlet.
    const step = { run: '$_id', step: '$log.step', node: '$log.node_id' };
    const count = { $sum: 1 };
    const [runs, ends, outlets] = await Promise.all([
      this.countBy<Counted['runs'][number]>([ours, { $group: { _id: '$state.stop_reason', count } }]),
      this.countBy<Counted['ends'][number]>([ours, ended, { $group: { _id: '$state.node_id', count } }]),
      this.countBy<Counted['outlets'][number]>([
        ours,
        { $unwind: '$log' },
        { $group: { _id: step, outlet: { $max: '$log.outlet' } } },
        { $group: { _id: { node: '$_id.node', outlet: '$outlet' }, count } },
      ]),
    ]);
    return statsOf({ runs, ends, outlets });
  }

  private countBy<T>(stages: PipelineStage[]): Promise<T[]> {
    return this.model.aggregate<T>(stages).option({ maxTimeMS: QUERY_TIMEOUT_MS }).exec();
  }
}

function statsOf({ runs, ends, outlets }: Counted): RunStats {
  const nodes = new Map<string, NodeStatsDto>();
  const nodeOf = (node_id: string): NodeStatsDto => {
    const node = nodes.get(node_id) ?? { node_id, entered: 0, left: {}, ended: 0 };
    nodes.set(node_id, node);
    return node;
  };
  for (const { _id, count } of outlets) {
    const node = nodeOf(_id.node);
    node.entered += count;
    if (_id.outlet !== null) node.left[_id.outlet] = count;
  }
  for (const { _id, count } of ends) nodeOf(_id).ended = count;
  const reasons = runs.flatMap(({ _id, count }) => (_id === null ? [] : [[_id, count] as const]));
  return {
    runs: runs.reduce((sum, { count }) => sum + count, 0),
    nodes: [...nodes.values()],
    stop_reasons: Object.fromEntries(reasons),
  };
}
