import type { FlowProblem } from './core.types.js';
import type { FlowGraph } from './graph.js';

/** What one channel can show. Lengths in characters; `buttons` 0: none; `rows` null: no lists. */
export interface ChannelLimits {
  readonly platform: string;
  readonly buttons: number;
  readonly buttonTitle: number;
  readonly rows: number | null;
  readonly textLimit: number;
}

/** The world that a graph is checked against. Ids of the company's own things only. */
export interface CheckContext {
  readonly channels: readonly ChannelLimits[];
  readonly knownSecrets: readonly string[];
  readonly knownServices: readonly string[];
  readonly knownUsers: readonly string[];
  readonly knownFlows: readonly string[];
  /** The flow of the graph; null before it is stored. */
  readonly flowId: string | null;
}

/** All faults of a graph; empty: it may be published. */
export function checkGraph(_graph: FlowGraph, _context: CheckContext): FlowProblem[] {
  throw new Error('not written yet');
}
