import type { View } from './inbox-views.ts';

/** How many open conversations each view has; undefined until the server has counted. */
export function useCounts(): Partial<Record<View, number>> | undefined {
  return undefined;
}
