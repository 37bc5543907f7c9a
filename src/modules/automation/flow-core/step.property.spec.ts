import fc from 'fast-check';
import { factsOf } from '../../../../test/builders/flow-graphs.js';
import { sized } from '../../../../test/support/sizes.js';
import {
  ACTION_KINDS,
  ANSWER_KINDS,
  compile,
  type CompiledFlow,
  CONDITION_KINDS,
  type EffectOutcome,
  type FlowEdge,
  type FlowGraph,
  type FlowInput,
  graphSchema,
  LIMITS,
  newRun,
  OPERATORS,
  outletsOf,
  type RunState,
  step,
  type StepResult,
} from './index.js';

const NUM_RUNS = sized(200, 5_000);
const MAX_NODES = 50;
/** Each step of a run has an outcome and an answer at most, and an answer may be none for the flow. */
const MAX_INPUTS = 4 * LIMITS.steps + 10;
const NOW = Date.parse('2026-11-29T12:00:00Z');

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

const graphs: fc.Arbitrary<FlowGraph> = fc
  .record({
    nodes: fc.array(node, { minLength: 1, maxLength: MAX_NODES - 1 }),
    targets: fc.array(fc.nat({ max: MAX_NODES }), { minLength: 1, maxLength: 100 }),
  })
  .map(({ nodes: parts, targets }) => {
    const nodes = [{ type: 'trigger', data: { kind: 'any_message' } }, ...parts].map((part, index) => ({
      ...part,
      id: idAt(index),
      position: { x: 0, y: 0 },
    }));
    const parsed = graphSchema.parse({ nodes: JSON.parse(JSON.stringify(nodes)) as unknown, edges: [] });
    let drawn = 0;
    // Every target is drawn, also of ids beyond the graph; one outlet in seven stays open.
    const edges = parsed.nodes.flatMap((from) =>
      outletsOf(from).flatMap((source_handle): FlowEdge[] => {
        const target = targets[drawn++ % targets.length] ?? 0;
        if (target % 7 === 6) return [];
        return [{ id: `e${drawn}`, source: from.id, source_handle, target: idAt(target % (parsed.nodes.length + 1)) }];
      }),
    );
    return { nodes: parsed.nodes, edges };
  });

interface Move {
  readonly answer: string;
  readonly tap: number | undefined;
  readonly outcome: EffectOutcome;
  readonly waitsOut: boolean;
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    answer: fc.constantFrom(
      'yes',
      'No',
      '3',
      'tomorrow',
      '+55 11 99999 0000',
      '',
      'x'.repeat(9_000),
      '{{vars.a}}',
      '__proto__',
    ),
    tap: optional(fc.integer({ min: 0, max: 5 })),
    outcome: fc.oneof(
      { weight: 4, arbitrary: fc.constant<EffectOutcome>({ ok: true }) },
      {
        weight: 2,
        arbitrary: fc.constant<EffectOutcome>({
          ok: true,
          value: [{ label: 'Fri', starts_at: '2026-12-04T12:00:00Z' }, 'Sat'],
        }),
      },
      { weight: 1, arbitrary: fc.jsonValue().map((value) => ({ ok: true, value }) as EffectOutcome) },
      { weight: 1, arbitrary: fc.constant<EffectOutcome>({ ok: false, code: 'FAILED', message: 'It failed' }) },
    ),
    waitsOut: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

interface Call {
  readonly state: RunState;
  readonly input: FlowInput;
  readonly now: Date;
  readonly result: StepResult;
}

/** Gives a run what it waits for, until it ends. */
function play(flow: CompiledFlow, moves: readonly Move[]): Call[] {
  const calls: Call[] = [];
  let state = newRun(flow, 'start');
  let now = new Date(NOW);
  while (state.stop_reason === null) {
    if (calls.length > MAX_INPUTS) throw new Error('The run does not end');
    const move = moves[calls.length % moves.length]!;
    const wasIgnored = calls.length > 0 && calls.at(-1)!.result.state === calls.at(-1)!.state;
    const input = inputFor(state, move, wasIgnored);
    if (input.kind === 'time' && state.wait && 'until' in state.wait) now = new Date(state.wait.until);
    const result = step(flow, state, input, now);
    calls.push({ state, input, now, result });
    state = result.state;
  }
  return calls;
}

function inputFor({ status }: RunState, { answer, tap, outcome, waitsOut }: Move, wasIgnored: boolean): FlowInput {
  const facts = factsOf({ last_text: answer });
  if (status === 'running') return { kind: 'go_on', facts };
  if (status === 'waiting_effect') return { kind: 'outcome', facts, outcome };
  if (status === 'waiting_delay' || waitsOut || wasIgnored) return { kind: 'time', facts };
  return { kind: 'answer', facts, text: answer, ...(tap !== undefined && { choice: tap }) };
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('any run of any graph ends within its limits and says why', () => {
  fc.assert(
    fc.property(graphs, moves, (graph, given) => {
      const calls = play(compile(graph), given);
      const { state } = calls.at(-1)!.result;
      expect(state.stop_reason).not.toBeNull();
      expect(['done', 'failed', 'stopped', 'handed_off']).toContain(state.status);
      expect(state.wait).toBeNull();
      expect(state.steps).toBeLessThanOrEqual(LIMITS.steps);
      expect(
        calls.filter(({ input, result }) => input.kind === 'go_on' && result.log.length > 0).length,
      ).toBeLessThanOrEqual(LIMITS.steps);
      expect(Math.max(0, ...Object.values(state.visits))).toBeLessThanOrEqual(LIMITS.visitsOfNode);
      expect(Buffer.byteLength(JSON.stringify(state.vars))).toBeLessThanOrEqual(LIMITS.variablesBytes);
      for (const { result } of calls) {
        expect(result.effects.length).toBeLessThanOrEqual(1);
        expect(result.state.messages_since_answer).toBeLessThanOrEqual(LIMITS.messagesWithoutAnswer);
      }
    }),
    { numRuns: NUM_RUNS },
  );
});

it('every effect of a run has a step of its own', () => {
  fc.assert(
    fc.property(graphs, moves, (graph, given) => {
      const waits = play(compile(graph), given).flatMap(({ result }) =>
        result.effects.length > 0 ? [result.state.wait] : [],
      );
      const steps = waits.map((wait) => (wait?.kind === 'effect' ? wait.step : null));
      expect(steps).not.toContain(null);
      expect(new Set(steps).size).toBe(steps.length);
    }),
    { numRuns: NUM_RUNS },
  );
});

it('the same inputs give the same results, also from a stored state and a stored graph', () => {
  fc.assert(
    fc.property(graphs, moves, (graph, given) => {
      const calls = play(compile(graph), given);
      const again = compile(copy(graph));
      for (const { state, input, now, result } of calls) {
        const before = copy(state);
        expect(before).toEqual(state);
        expect(step(again, before, copy(input), now)).toEqual(result);
        expect(before).toEqual(state);
      }
    }),
    { numRuns: NUM_RUNS },
  );
});

it('an ended run takes no input', () => {
  fc.assert(
    fc.property(graphs, moves, (graph, given) => {
      const flow = compile(graph);
      const { state } = play(flow, given).at(-1)!.result;
      for (const kind of ['go_on', 'time'] as const) {
        expect(step(flow, state, { kind, facts: factsOf() }, new Date(NOW))).toEqual({ state, effects: [], log: [] });
      }
    }),
    { numRuns: 50 },
  );
});
