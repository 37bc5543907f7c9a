import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { type FlowGraph, outletsOf } from './flow-graph.ts';
import type { Point } from './graph-edits.ts';

export interface Size {
  width: number;
  height: number;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.layered.spacing.edgeNodeBetweenLayers': '40',
  'elk.spacing.edgeNode': '40',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

/** Lets one address through, that of the program that computes the layout. */
const onlyLayout = (url: string): string => {
  if (url !== workerUrl) throw new TypeError(`${url} is not the layout worker`);
  return url;
};

interface ScriptPolicy {
  createScriptURL: (url: string) => string;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptPolicy;
  };
};
let elk: InstanceType<typeof ELK> | null = null;
let policy: ScriptPolicy | undefined;

/**
 * Places for the nodes, from left to right, computed beside the page. The worker is loaded at the first call.
 *
 * @param sizeOf the size of a node on the canvas
 */
export async function layout(graph: FlowGraph, sizeOf: (id: string) => Size): Promise<Map<string, Point>> {
  policy ??= trustedTypes?.createPolicy('pb-layout', { createScriptURL: onlyLayout });
  elk ??= new ELK({ workerFactory: () => new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl) });
  const { children = [] } = await elk.layout({
    id: 'root',
    layoutOptions: OPTIONS,
    children: graph.nodes.map((node) => ({
      id: node.id,
      ...sizeOf(node.id),
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      ports: [
        { id: `${node.id}/in`, layoutOptions: { 'elk.port.side': 'WEST' } },
        ...outletsOf(node).map((outlet, index) => ({
          id: `${node.id}/${outlet}`,
          layoutOptions: { 'elk.port.side': 'EAST', 'elk.port.index': String(index) },
        })),
      ],
    })),
    edges: graph.edges.map(({ id, source, source_handle, target }) => ({
      id,
      sources: [`${source}/${source_handle}`],
      targets: [`${target}/in`],
    })),
  });
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

const WIDTH = 264;
const HEAD_HEIGHT = 96;
const OUTLET_HEIGHT = 32;

/** About the size that a node will have, where it is not on a canvas yet. */
export function estimatedSize(graph: FlowGraph, id: string): Size {
  const node = graph.nodes.find((one) => one.id === id);
  return { width: WIDTH, height: HEAD_HEIGHT + OUTLET_HEIGHT * (node ? outletsOf(node).length : 0) };
}
