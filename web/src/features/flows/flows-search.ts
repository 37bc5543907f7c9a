import { folded } from '#web/lib/folded.ts';
import type { FlowRow } from './flows-queries.ts';

export const FLOW_STATUSES = ['live', 'draft', 'paused'] as const;

/** The filters of the list of flows in the address. */
export interface FlowsSearch {
  /** A part of the name. */
  q?: string | undefined;
  status?: FlowRow['status'] | undefined;
}

/** Reads the filters of an address. Unknown values are left out. */
export function readFlowsSearch({ q, status }: Record<string, unknown>): FlowsSearch {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  const known = FLOW_STATUSES.find((name) => name === status);
  return { ...(words === '' ? {} : { q: words }), ...(known ? { status: known } : {}) };
}

/** The flows that fit, without regard to case and accents. */
export function fittingFlows<Row extends Pick<FlowRow, 'name' | 'status'>>(
  flows: readonly Row[],
  { q = '', status }: FlowsSearch,
): Row[] {
  const words = folded(q);
  return flows.filter((flow) => folded(flow.name).includes(words) && (status === undefined || flow.status === status));
}
