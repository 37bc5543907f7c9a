import type { FlowProblem } from './flows-queries.ts';

/** How many problems there are, and how grave the worst one is. */
export interface ProblemSummary {
  count: number;
  severity: FlowProblem['severity'];
  /** The words for the count. */
  words: 'problems.count' | 'problems.warnings';
}

/** Null without a problem. @param nodeId only the problems of this step */
export function summaryOf(problems: readonly FlowProblem[], nodeId?: string): ProblemSummary | null {
  const counted = nodeId === undefined ? problems : problems.filter(({ node_id }) => node_id === nodeId);
  if (counted.length === 0) return null;
  const hasError = counted.some(({ severity }) => severity === 'error');
  return {
    count: counted.length,
    severity: hasError ? 'error' : 'warning',
    words: hasError ? 'problems.count' : 'problems.warnings',
  };
}
