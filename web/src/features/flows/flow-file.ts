import { saveFile } from '#web/lib/save-file.ts';
import { readGraph } from './flow-clipboard.ts';
import type { FlowGraph } from './flow-graph.ts';

const MARK = 'petbuddy-flow-file';
const MAX_NAME = 100;

/** Lets the browser save a flow as a file. Values of secrets are not in a graph, so they are not in the file. */
export function saveFlowFile(name: string, graph: FlowGraph): void {
  const text = JSON.stringify({ kind: MARK, name, graph }, null, 2);
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .toLowerCase();
  saveFile(new Blob([text], { type: 'application/json' }), `${plain || 'flow'}.json`);
}

/** The flow in a file; null for any other file. The API checks the content. */
export function readFlowFile(text: string): { name: string; graph: FlowGraph } | null {
  try {
    const read = JSON.parse(text) as { kind?: unknown; name?: unknown; graph?: object };
    const graph = read.kind === MARK && read.graph ? readGraph(read.graph) : null;
    return graph && typeof read.name === 'string' ? { name: read.name.slice(0, MAX_NAME), graph } : null;
  } catch {
    return null;
  }
}
