/** Flow graphs at random, for property tests. They have the right shape, but need not make sense. */
import fc from 'fast-check';
import {
  ACTION_KINDS,
  ANSWER_KINDS,
  CONDITION_KINDS,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
  graphSchema,
  OPERATORS,
  outletsOf,
} from '../../src/modules/automation/flow-core/index.js';

const MAX_NODES = 50;

const objectId = 'a'.repeat(24);
const variable = fc.constantFrom('a', 'b', 'slots');
const text = fc.constantFrom('Hi {{contact.first_name}}', '{{vars.a}}', '', 'x'.repeat(3_000), '{{vars.slots|none}}');
const label = fc.record({ label: fc.constantFrom('Yes', 'No', '1', '') });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const data = {
  trigger: fc.record({ kind: fc.constant('any_message') }),
  message: fc.record({ text, buttons: optional(fc.array(label, { minLength: 1, maxLength: 4 })) }),
  ask: fc.record({
    text,
    variable,
    answer: fc.constantFrom(...ANSWER_KINDS),
    choices: optional(fc.array(label, { maxLength: 3 })),
    choices_from: optional(variable),
    retries: optional(fc.integer({ min: 0, max: 5 })),
    timeout_min: optional(fc.integer({ min: 1, max: 60 })),
  }),
  condition: fc.record({
    kind: fc.constantFrom(...CONDITION_KINDS),
    words: optional(fc.constant(['yes', 'book'])),
    variable: optional(fc.constantFrom('a', 'vars.slots.0', 'pet.name', 'appointment.date')),
    operator: optional(fc.constantFrom(...OPERATORS)),
    value: optional(fc.constantFrom('3', 'yes', '(a+)+$', '{{vars.b}}')),
    tag: optional(fc.constant('VIP')),
  }),
  action: fc.constantFrom(...ACTION_KINDS).chain((action) => {
    const ids = { service_id: fc.constant(objectId), user_id: fc.constant(objectId), flow_id: fc.constant(objectId) };
    const all = { ...ids, tag: fc.constant('VIP'), variable, value: text, save_as: variable, slot: variable };
    const call = {
      method: fc.constant('POST'),
      url: fc.constant('https://x.test/{{vars.a}}'),
      body: fc.constant('{"a": {{vars.slots}}}'),
    };
    const kinds: Record<string, (keyof typeof all)[]> = {
      tag_customer: ['tag'],
      untag_customer: ['tag'],
      set_variable: ['variable', 'value'],
      api_call: ['save_as'],
      assign: ['user_id'],
      hand_off: [],
      start_flow: ['flow_id'],
      find_slots: ['service_id', 'save_as'],
      hold_slot: ['service_id', 'slot'],
      confirm_booking: [],
    };
    const own = Object.fromEntries((kinds[action] ?? []).map((key) => [key, all[key]]));
    return fc.record({ action: fc.constant(action), ...own, ...(action === 'api_call' && call) });
  }),
  delay: fc.record({ minutes: fc.integer({ min: 1, max: 10_000 }) }),
  end: fc.constant({}),
};

/** Some ids are names of things that every object has. */
const idAt = (index: number): string => ['start', '__proto__', 'constructor', 'toString'][index] ?? `n${index}`;
const type: fc.Arbitrary<keyof typeof data> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('message', 'ask', 'condition', 'action') },
  { weight: 1, arbitrary: fc.constantFrom('delay', 'trigger', 'end') },
);
const node = type.chain((kind) => fc.record({ type: fc.constant(kind), data: data[kind] as fc.Arbitrary<unknown> }));

const anyParts = fc.array(node, { minLength: 1, maxLength: MAX_NODES - 1 });
/** Nodes that neither wait nor end, so that a run through them comes to the limit of its steps. */
const hurriedParts = fc.array(fc.record({ type: fc.constant('condition' as const), data: data.condition }), {
  minLength: 10,
  maxLength: MAX_NODES - 1,
});
const targets = fc.array(fc.nat({ max: MAX_NODES }), { minLength: 1, maxLength: 100 });

/** Up to 50 nodes with edges at random: open outlets, edges to nowhere, loops. */
const wildGraphs = fc.record({ parts: anyParts, targets }).map(({ parts, targets: drawn }) => {
  const nodes = nodesOf(parts);
  // One outlet in seven stays open.
  return withEdges(nodes, (_from, index) => {
    const target = drawn[index % drawn.length] ?? 0;
    return target % 7 === 6 ? null : target % (nodes.length + 1);
  });
});

/** One big circle with some short cuts. */
const circles = fc.record({ parts: hurriedParts, targets }).map(({ parts, targets: drawn }) => {
  const nodes = nodesOf(parts);
  return withEdges(nodes, (from, index) => {
    const target = drawn[index % drawn.length] ?? 0;
    return 1 + ((target % 9 === 0 ? target : from) % (nodes.length - 1));
  });
});

export const flowGraphs: fc.Arbitrary<FlowGraph> = fc.oneof(
  { weight: 3, arbitrary: wildGraphs },
  { weight: 1, arbitrary: circles },
);

function nodesOf(parts: readonly { type: string; data: unknown }[]): FlowNode[] {
  const nodes = [{ type: 'trigger', data: { kind: 'any_message' } }, ...parts].map((part, index) => ({
    ...part,
    id: idAt(index),
    position: { x: 0, y: 0 },
  }));
  return graphSchema.parse({ nodes: JSON.parse(JSON.stringify(nodes)) as unknown, edges: [] }).nodes;
}

function withEdges(nodes: FlowNode[], targetOf: (from: number, index: number) => number | null): FlowGraph {
  const edges: FlowEdge[] = [];
  let index = 0;
  nodes.forEach((from, place) => {
    for (const source_handle of outletsOf(from)) {
      const target = targetOf(place, index++);
      if (target !== null) edges.push({ id: `e${index}`, source: from.id, source_handle, target: idAt(target) });
    }
  });
  return { nodes, edges };
}
