import { contentProblems } from './checks/content.js';
import { type CheckContext, Ways } from './checks/problem.js';
import { referenceProblems } from './checks/references.js';
import { structureProblems } from './checks/structure.js';
import type { FlowProblem } from './core.types.js';
import type { FlowGraph } from './graph.js';

export type { ChannelLimits, CheckContext, ProblemCode } from './checks/problem.js';

/** All problems of a graph; empty: it may be published. */
export function checkGraph(graph: FlowGraph, context: CheckContext): FlowProblem[] {
  const ways = new Ways(graph);
  return [
    ...structureProblems(graph, ways),
    ...graph.nodes.flatMap((node) => [
      ...contentProblems(node, context.channels),
      ...referenceProblems(node, ways, context),
    ]),
  ];
}
