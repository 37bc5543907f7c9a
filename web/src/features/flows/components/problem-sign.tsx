import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { FlowProblem } from '../flows-queries.ts';

/** The sign of an error or of a warning. The words beside it say which one it is. */
export function ProblemSign({ severity, size }: Pick<FlowProblem, 'severity'> & { size: number }) {
  const Sign = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return <Sign size={size} aria-hidden />;
}
