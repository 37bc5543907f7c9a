import type { FlowProblem } from './flows-queries.ts';
import { summaryOf } from './problem-summary.ts';

const problem = (severity: FlowProblem['severity'], node_id: string): FlowProblem => ({
  code: 'X',
  severity,
  node_id,
  message: '',
});

it('is as grave as the worst problem', () => {
  const problems = [problem('error', 'a'), problem('warning', 'a'), problem('warning', 'b')];
  expect(summaryOf(problems)).toEqual({ count: 3, severity: 'error', words: 'problems.count' });
  expect(summaryOf(problems, 'a')).toMatchObject({ count: 2, severity: 'error' });
  expect(summaryOf(problems, 'b')).toEqual({ count: 1, severity: 'warning', words: 'problems.warnings' });
  expect(summaryOf(problems, 'c')).toBeNull();
});
