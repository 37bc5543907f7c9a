import type { GraphClient } from '../../meta/index.js';

export type Node = Readonly<Record<string, unknown>>;

const ITEMS_A_PAGE = '100';
/** Stops an endless list. */
const MAX_PAGES = 20;

/** Reads all items of an edge. @throws GraphRefusal | GraphUnreachable */
export async function readEdge(graph: GraphClient, path: string, token: string, fields: string): Promise<Node[]> {
  const items: Node[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await graph.get(path, token, { fields, limit: ITEMS_A_PAGE, ...(after && { after }) });
    items.push(...nodesOf(answer['data']));
    const { next, cursors } = (answer['paging'] ?? {}) as { next?: string; cursors?: { after?: string } };
    after = next ? cursors?.after : undefined;
    if (!after) break;
  }
  return items;
}

export function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter((item): item is Node => typeof item === 'object' && item !== null) : [];
}

/** Meta sends ids as text or number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
