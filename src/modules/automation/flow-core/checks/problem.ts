import type { FlowProblem, ProblemDetails } from '../core.types.js';
import type { FlowGraph, FlowNode } from '../graph.js';

/** What one channel can show. Lengths in characters; `buttons` 0: none; `rows` null: no lists. */
export interface ChannelLimits {
  readonly platform: string;
  readonly buttons: number;
  readonly buttonTitle: number;
  readonly rows: number | null;
  readonly textLimit: number;
  /** How long after the customer's last message the flow may write, minutes; null without a limit. */
  readonly replyWindowMin: number | null;
}

/** A keyword trigger of another live flow. */
export interface OtherKeyword {
  /** The name of that flow. */
  readonly flow: string;
  readonly words: readonly string[];
  /** Empty: all channels. */
  readonly channelIds: readonly string[];
}

/** What a check needs to know besides the graph. All ids are of the company. */
export interface CheckContext {
  readonly channels: readonly ChannelLimits[];
  readonly knownSecrets: readonly string[];
  readonly knownServices: readonly string[];
  /** Those that customers may book themselves. */
  readonly bookableServices: readonly string[];
  /** Staff approve what customers book. */
  readonly needsApproval: boolean;
  /** Whether anybody works in the next 14 days. */
  readonly hasOpeningHours: boolean;
  readonly knownUsers: readonly string[];
  readonly knownFlows: readonly string[];
  /** The flow of the graph; null before it is stored. */
  readonly flowId: string | null;
  /** The channels of the flow; empty: all. */
  readonly channelIds: readonly string[];
  readonly otherKeywords: readonly OtherKeyword[];
}

export type ProblemCode =
  | 'NO_TRIGGER'
  | 'UNREACHABLE_NODE'
  | 'DANGLING_EDGE'
  | 'DUPLICATE_ID'
  | 'TWO_EDGES_AT_OUTLET'
  | 'EDGE_INTO_TRIGGER'
  | 'CYCLE_WITHOUT_WAIT'
  | 'MISSING_ERROR_OUTLET'
  | 'UNKNOWN_VARIABLE'
  | 'TOO_MANY_BUTTONS'
  | 'BUTTON_TOO_LONG'
  | 'TEXT_TOO_LONG'
  | 'EMPTY_TEXT'
  | 'NO_WORDS'
  | 'NO_CHOICES'
  | 'MISSING_FIELD'
  | 'BAD_PATTERN'
  | 'BAD_URL'
  | 'UNKNOWN_SECRET'
  | 'UNKNOWN_SERVICE'
  | 'UNKNOWN_USER'
  | 'UNKNOWN_FLOW'
  | 'STARTS_ITSELF';

export type WarningCode =
  | 'NO_OPENING_HOURS'
  | 'SERVICE_NOT_BOOKABLE'
  | 'NO_BRANCH_FOR_PENDING'
  | 'REPLY_WINDOW_OVER'
  | 'SAME_KEYWORD'
  | 'PLACEHOLDER_LEFT';

/** A problem that stops the flow from being published. */
export function problem(code: ProblemCode, message: string, node_id?: string, details?: ProblemDetails): FlowProblem {
  const severity = 'error' as const;
  return { code, severity, ...(node_id !== undefined && { node_id }), message, ...(details && { details }) };
}

export function warning(code: WarningCode, message: string, node_id: string, details?: ProblemDetails): FlowProblem {
  return { code, severity: 'warning', node_id, message, ...(details && { details }) };
}

/** The edges that a run can take, and the nodes after each node. */
export class Ways {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  private readonly after = new Map<string, string[]>();
  private readonly reached = new Map<string, ReadonlySet<string>>();

  constructor(graph: FlowGraph) {
    this.nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    for (const { source, source_handle, target } of graph.edges) {
      if (!this.isWay(source, source_handle, target)) continue;
      this.after.set(source, [...(this.after.get(source) ?? []), target]);
    }
  }

  /** A run ends after `hand_off` and `start_flow`, so only an end may follow there. */
  private isWay(source: string, outlet: string, target: string): boolean {
    const [from, to] = [this.nodes.get(source), this.nodes.get(target)];
    if (!from || !to) return false;
    const isLast = from.type === 'action' && (from.data.action === 'hand_off' || from.data.action === 'start_flow');
    return !isLast || outlet === 'error' || to.type === 'end';
  }

  next(id: string): readonly string[] {
    return this.after.get(id) ?? [];
  }

  /** All nodes after a node; itself only on a cycle. */
  reachedFrom(id: string): ReadonlySet<string> {
    const kept = this.reached.get(id);
    if (kept) return kept;
    const found = walk(this.next(id), (each) => this.next(each));
    this.reached.set(id, found);
    return found;
  }
}

/** The starts and all nodes that can be reached from them. */
export function walk(starts: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(starts);
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
}
