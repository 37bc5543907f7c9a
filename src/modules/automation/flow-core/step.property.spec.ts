import fc from 'fast-check';
import { factsOf } from '../../../../test/builders/flow-graphs.js';
import { sized } from '../../../../test/support/sizes.js';
import { flowGraphs } from '../../../../test/support/flow-arbitraries.js';
import {
  compile,
  type CompiledFlow,
  type EffectOutcome,
  type FlowInput,
  LIMITS,
  newRun,
  type RunState,
  step,
  type StepResult,
} from './index.js';

const NUM_RUNS = sized(200, 5_000);
/** Each step of a run gets at most one outcome and one answer, and the flow may not take an answer. */
const MAX_INPUTS = 4 * LIMITS.steps + 10;
const NOW = Date.parse('2026-11-29T12:00:00Z');

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

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
    fc.property(flowGraphs, moves, (graph, given) => {
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
    fc.property(flowGraphs, moves, (graph, given) => {
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
    fc.property(flowGraphs, moves, (graph, given) => {
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
    fc.property(flowGraphs, moves, (graph, given) => {
      const flow = compile(graph);
      const { state } = play(flow, given).at(-1)!.result;
      for (const kind of ['go_on', 'time'] as const) {
        expect(step(flow, state, { kind, facts: factsOf() }, new Date(NOW))).toEqual({ state, effects: [], log: [] });
      }
    }),
    { numRuns: 50 },
  );
});
