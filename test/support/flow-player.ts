import {
  compile,
  type EffectOutcome,
  type FlowEffect,
  type FlowFacts,
  type FlowGraph,
  type FlowInput,
  newRun,
  type RunState,
  step,
  type StepLog,
} from '../../src/modules/automation/flow-core/index.js';
import { factsOf } from '../builders/flow-graphs.js';

type WithoutFacts<Input> = Input extends FlowInput ? Omit<Input, 'facts'> : never;

/** Plays a graph from the trigger `start`, with an outcome for each effect, until it waits or ends. */
export class FlowPlayer {
  state: RunState;
  facts: FlowFacts = factsOf();
  now = new Date('2026-11-29T12:00:00.000Z');
  readonly effects: FlowEffect[] = [];
  readonly log: StepLog[] = [];
  private readonly flow;

  constructor(
    graph: FlowGraph,
    private readonly outcomeOf: (effect: FlowEffect) => EffectOutcome = () => ({ ok: true }),
  ) {
    this.flow = compile(graph);
    this.state = newRun(this.flow, 'start');
  }

  /** Runs until the flow waits for the customer or for time. */
  go(): this {
    while (this.state.status === 'running') this.give({ kind: 'go_on' });
    return this;
  }

  say(text: string, choice?: number): this {
    return this.give({ kind: 'answer', text, ...(choice !== undefined && { choice }) }).go();
  }

  /** Moves the clock and tells the run. */
  wait(milliseconds: number): this {
    this.now = new Date(this.now.getTime() + milliseconds);
    return this.give({ kind: 'time' }).go();
  }

  /** One input, and the outcome of its effect. */
  give(input: WithoutFacts<FlowInput>): this {
    const { state, effects, log } = step(this.flow, this.state, { ...input, facts: this.facts }, this.now);
    this.state = state;
    this.log.push(...log);
    this.effects.push(...effects);
    for (const effect of effects) this.give({ kind: 'outcome', outcome: this.outcomeOf(effect) });
    return this;
  }

  get texts(): string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'send' ? [effect.message.text] : []));
  }

  /** `node.outlet` for each outlet that was taken. */
  get path(): string[] {
    return this.log.flatMap(({ node_id, outlet }) => (outlet === null ? [] : [`${node_id}.${outlet}`]));
  }
}
