import type { FlowFacts, FlowGraph, FlowNode } from '../../src/modules/automation/flow-core/index.js';

type Part = FlowNode extends infer Node ? (Node extends FlowNode ? Pick<Node, 'type' | 'data'> : never) : never;

/** A graph from nodes by id and edges as `source.outlet > target`. */
export function graphOf(nodes: Readonly<Record<string, Part>>, edges: readonly string[]): FlowGraph {
  return {
    nodes: Object.entries(nodes).map(([id, part]) => ({ id, position: { x: 0, y: 0 }, ...part })),
    edges: edges.map((edge, index) => {
      const [source = '', source_handle = '', target = ''] = edge.split(/\.| > /);
      return { id: `edge-${index}`, source, source_handle, target };
    }),
  };
}

/** Maria with her dog Rex at a salon in São Paulo that is open. */
export function factsOf(changes: Partial<FlowFacts> = {}): FlowFacts {
  return {
    contact: { full_name: 'Maria da Silva', phone: '+5511999990000', email: 'maria@example.com', tags: ['VIP'] },
    pets: [
      {
        id: 'rex',
        name: 'Rex',
        species: 'dog',
        breed: null,
        weight_kg: 12.5,
        vaccinations: [{ name: 'Rabies', expires_on: '2026-12-31' }],
      },
    ],
    appointment_pet_id: null,
    company: { name: 'Happy Paws', phone: null, time_zone: 'America/Sao_Paulo', locale: 'en' },
    appointment: null,
    platform: 'whatsapp',
    last_text: '',
    is_open_now: true,
    is_window_open: true,
    ...changes,
  };
}
