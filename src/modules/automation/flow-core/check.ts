import { contentProblems } from './checks/content.js';
import { type CheckContext, Ways } from './checks/problem.js';
import { referenceProblems } from './checks/references.js';
import { structureProblems } from './checks/structure.js';
import { warningsOf } from './checks/warnings.js';
import type { FlowProblem } from './core.types.js';
import type { FlowGraph } from './graph.js';

export type { ChannelLimits, CheckContext, OtherKeyword, ProblemCode, WarningCode } from './checks/problem.js';

/** All problems of a graph, errors first. It may be published if none of them is an error. */
export function checkGraph(graph: FlowGraph, context: CheckContext): FlowProblem[] {
  const ways = new Ways(graph);
  return [
    ...structureProblems(graph, ways),
    ...graph.nodes.flatMap((node) => [
      ...contentProblems(node, context.channels),
      ...referenceProblems(node, ways, context),
    ]),
    ...warningsOf(graph, ways, context),
  ];
}
