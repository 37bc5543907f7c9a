import type { FlowProblem } from '../core.types.js';
import type { FlowNode } from '../graph.js';
import { problem, type Ways } from './problem.js';

/** One problem for each group of nodes that lead to each other without a wait, at its first node. */
export function cycleProblems(nodes: readonly FlowNode[], ways: Ways): FlowProblem[] {
  const { groups } = new CycleSearch(nodes, ways);
  const reported = new Set<number>();
  return nodes.flatMap(({ id }) => {
    const group = groups.get(id);
    if (group === undefined || reported.has(group)) return [];
    reported.add(group);
    const message = 'The flow comes back to this step without a wait. Add a question or a delay to the loop.';
    return [problem('CYCLE_WITHOUT_WAIT', message, id)];
  });
}

interface Visit {
  readonly id: string;
  readonly number: number;
  /** The nodes after it that are not looked at yet. */
  readonly rest: string[];
  /** The lowest number of an open node to which it leads. */
  low: number;
  isOpen: boolean;
}

/** Tarjan's search for strongly connected components: each edge once. Without recursion, because a chain of nodes may be long. */
class CycleSearch {
  /** The number of its group for each node on a cycle without a wait. */
  readonly groups = new Map<string, number>();
  private readonly visits = new Map<string, Visit>();
  private readonly open: Visit[] = [];
  private readonly ways: Ways;

  constructor(nodes: readonly FlowNode[], ways: Ways) {
    this.ways = ways;
    for (const node of nodes) if (!waits(node) && !this.visits.has(node.id)) this.search(node.id);
  }

  private search(start: string): void {
    const path = [this.enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const id = visit.rest.pop();
      const known = id === undefined ? undefined : this.visits.get(id);
      if (known?.isOpen) visit.low = Math.min(visit.low, known.number);
      else if (id !== undefined && !known) path.push(this.enter(id));
      else if (id === undefined) {
        path.pop();
        this.leave(visit);
        const before = path.at(-1);
        if (before) before.low = Math.min(before.low, visit.low);
      }
    }
  }

  private enter(id: string): Visit {
    const rest = this.ways.next(id).filter((each) => !waits(this.ways.nodes.get(each)));
    const number = this.visits.size;
    const visit = { id, number, rest, low: number, isOpen: true };
    this.visits.set(id, visit);
    this.open.push(visit);
    return visit;
  }

  /** Closes the group that began with this node. */
  private leave({ id, number, low }: Visit): void {
    if (low !== number) return;
    const group = this.open.splice(this.open.findLastIndex((visit) => visit.id === id));
    const isCycle = group.length > 1 || this.ways.next(id).includes(id);
    for (const visit of group) {
      visit.isOpen = false;
      if (isCycle) this.groups.set(visit.id, number);
    }
  }
}

function waits(node: FlowNode | undefined): boolean {
  if (!node) return false;
  if (node.type === 'message') return node.data.buttons !== undefined;
  return node.type === 'ask' || node.type === 'delay';
}
