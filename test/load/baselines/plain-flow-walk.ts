/** A walk through a graph as a script would do it: one mutable object, no limits, no log, nothing that could be stored or replayed. */
import type { FlowFacts, FlowGraph, FlowNode } from '../../../src/modules/automation/flow-core/index.js';

export interface PlainWalk {
  steps: number;
  sent: string[];
}

/** Takes `answers` in turn at messages with buttons, and steps through every node once, as often as it comes there. */
export function plainWalk(graph: FlowGraph, facts: FlowFacts, answers: readonly string[]): PlainWalk {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const targets = new Map(
    graph.edges.map(({ source, source_handle, target }) => [`${source}/${source_handle}`, target]),
  );
  const vars: Record<string, string> = {};
  const walk: PlainWalk = { steps: 0, sent: [] };
  let answer = 0;
  let node: FlowNode | undefined = graph.nodes[0];
  while (node) {
    walk.steps++;
    const outlet = visit(node, facts, vars, walk.sent, () => answers[answer++] ?? '');
    const target = targets.get(`${node.id}/${outlet}`);
    node = target === undefined ? undefined : nodes.get(target);
  }
  return walk;
}

function visit(
  node: FlowNode,
  facts: FlowFacts,
  vars: Record<string, string>,
  sent: string[],
  next: () => string,
): string {
  switch (node.type) {
    case 'message': {
      sent.push(filled(node.data.text, facts, vars));
      const { buttons } = node.data;
      const chosen = buttons ? buttons.findIndex(({ label }) => label === next()) : -1;
      return chosen < 0 ? 'next' : `choice-${chosen + 1}`;
    }
    case 'condition':
      if (node.data.kind === 'keyword') {
        const text = facts.last_text.toLowerCase();
        return String((node.data.words ?? []).some((word) => text.includes(word)));
      }
      return String(vars[node.data.variable ?? ''] === node.data.value);
    case 'action':
      if (node.data.action === 'set_variable') vars[node.data.variable] = filled(node.data.value, facts, vars);
      return 'ok';
    default:
      return 'next';
  }
}

function filled(template: string, facts: FlowFacts, vars: Record<string, string>): string {
  return template.replace(/\{\{([^}]*)\}\}/g, (_place, path: string) => {
    const [root = '', name = ''] = path.split('.');
    if (root === 'vars') return vars[name] ?? '';
    return root === 'pet' ? (facts.pets[0]?.name ?? '') : facts.contact.full_name;
  });
}
