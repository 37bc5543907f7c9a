import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { checkGraph, type FlowGraph, type FlowProblem } from '../../flow-core/index.js';
import type { Flow } from '../schemas/flow.schema.js';
import { CheckContextReader } from './check-context.reader.js';

/** Finds the problems of a flow: in its graph, and in the ids of the company that it names. */
@Injectable()
export class FlowChecker {
  constructor(private readonly contexts: CheckContextReader) {}

  /** Errors first. @param graph the draft, or one that is not stored */
  async problemsOf(
    scope: CompanyScope,
    { _id, channel_ids }: Pick<Flow, '_id' | 'channel_ids'>,
    graph: FlowGraph,
  ): Promise<FlowProblem[]> {
    const world = await this.contexts.read(scope, _id, channel_ids);
    return [...channelProblems(graph, channel_ids, world.knownChannels), ...checkGraph(graph, world)];
  }
}

/** Without this check a flow with a disconnected channel would never start, and nobody would see why. */
function channelProblems(
  { nodes }: FlowGraph,
  channelIds: readonly Types.ObjectId[],
  known: ReadonlySet<string>,
): FlowProblem[] {
  const [code, severity] = ['unknown_channel', 'error'] as const;
  const ofFlow = channelIds
    .filter((id) => !known.has(id.toHexString()))
    .map(() => ({
      code,
      severity,
      message: 'The flow names a channel that is not connected; remove it from the flow',
    }));
  const ofTriggers = nodes.flatMap(({ id: node_id, type, data }) => {
    const isLost = type === 'trigger' && data.channel_ids?.some((id) => !known.has(id));
    const message = 'The trigger names a channel that is not connected; remove it from the trigger';
    return isLost ? [{ code, severity, node_id, message }] : [];
  });
  return [...ofFlow, ...ofTriggers];
}
