import { compile, startOf } from '../compile.js';
import {
  type CompiledFlow,
  type FlowEffect,
  type FlowFacts,
  type FlowInput,
  type RunState,
  type StepLog,
  type StopReason,
} from '../core.types.js';
import type { FlowGraph, NodeOf, TriggerKind } from '../graph.js';
import { endedState, type Ending } from '../run/turn.js';
import { escapeOf, isEmergency } from '../special-words.js';
import { newRun, step } from '../step.js';
import { matchesTrigger } from '../triggers.js';
import { defaultOutcome } from './default-outcomes.js';
import type { Simulation, SimulationInput, SimulationSetup, TranscriptLine } from './simulation.types.js';

type WithoutFacts<Input> = Input extends FlowInput ? Omit<Input, 'facts'> : never;

/** A text of the customer may be any of these; a comment and a story reply are simulated as a message. */
const KINDS_OF_TEXTS = ['first_message', 'comment', 'story_reply'] as const;
const KINDS_WITHOUT_TEXT: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'tag_added',
  'appointment_created',
  'appointment_cancelled',
  'appointment_no_show',
  'appointment_completed',
  'appointment_due',
]);
/** After one of these the flow may not write: staff answer, or the customer wants no automatic messages. */
const SILENCING: ReadonlySet<StopReason> = new Set<StopReason>([
  'customer_opted_out',
  'emergency',
  'customer_wants_person',
  'handed_off',
]);

/** One conversation with a flow: its clock, its run, and what happened so far. */
export class Play {
  readonly transcript: TranscriptLine[] = [];
  readonly effects: Simulation['effects'][number][] = [];
  readonly log: StepLog[] = [];
  readonly flow: CompiledFlow;
  private state: RunState | null = null;
  private stopReason: StopReason | null = null;
  private trigger: NodeOf<'trigger'> | null = null;
  private now: Date;
  private facts: FlowFacts;

  private readonly setup: SimulationSetup;

  constructor(graph: FlowGraph, setup: SimulationSetup) {
    this.setup = setup;
    this.flow = compile(graph);
    this.now = setup.now;
    this.facts = setup.facts;
  }

  run(): void {
    const [first] = this.setup.inputs;
    const isStartedByText = first !== undefined && this.triggerOf(first.text ?? '') !== undefined;
    if (!isStartedByText) this.start(this.triggers().find(({ data }) => KINDS_WITHOUT_TEXT.has(data.kind)));
    for (const input of this.setup.inputs) this.take(input);
  }

  get reason(): StopReason | null {
    return this.stopReason;
  }

  private take(input: SimulationInput): void {
    if (input.at !== undefined) this.moveClock(new Date(input.at));
    const text = input.text ?? this.labelOf(input.choice);
    if (text === undefined) return;
    this.transcript.push({ from: 'customer', text, choices: [], at: this.now.toISOString(), node_id: null });
    this.facts = { ...this.facts, last_text: text };
    if (this.stopReason && SILENCING.has(this.stopReason)) return;
    if (input.choice === undefined && this.obey(text)) return;
    if (this.state) this.give({ kind: 'answer', text, ...(input.choice !== undefined && { choice: input.choice }) });
    else this.start(this.triggerOf(text));
  }

  private labelOf(choice: number | undefined): string | undefined {
    if (choice === undefined) return undefined;
    const wait = this.state?.wait;
    return (wait?.kind === 'answer' && wait.choices[choice - 1]?.label) || String(choice);
  }

  /** Escape words and emergencies come before the flow, as in a real conversation. */
  private obey(text: string): boolean {
    const escape = escapeOf(text);
    if (escape === 'opt_out') return this.stop(['stopped', 'customer_opted_out']);
    if (isEmergency(text)) return this.stop(['stopped', 'emergency']);
    if (escape === 'person') return this.stop(['handed_off', 'customer_wants_person']);
    if (escape !== 'restart' || !this.state || !this.trigger) return false;
    this.stop(['stopped', 'customer_restarted']);
    this.start(this.trigger);
    return true;
  }

  private stop(ending: Ending): true {
    if (this.state) this.keep(endedState(this.state, ending));
    this.stopReason = ending[1];
    return true;
  }

  private start(trigger: NodeOf<'trigger'> | undefined): void {
    if (!trigger) return;
    this.trigger = trigger;
    this.stopReason = null;
    this.state = newRun(this.flow, trigger.id);
    this.goOn();
  }

  private triggers(): NodeOf<'trigger'>[] {
    return startOf(this.flow).sort((one, other) => (other.data.priority ?? 0) - (one.data.priority ?? 0));
  }

  private triggerOf(text: string): NodeOf<'trigger'> | undefined {
    return this.triggers().find(({ data }) =>
      KINDS_OF_TEXTS.some((kind) => matchesTrigger({ ...data, channel_ids: [] }, { kind, text, channel_id: null })),
    );
  }

  /** Everything that is due until then happens at its own time. */
  private moveClock(to: Date): void {
    for (;;) {
      const wait = this.state?.wait;
      if (!wait || wait.kind === 'effect' || Date.parse(wait.until) > to.getTime()) break;
      this.now = new Date(wait.until);
      this.give({ kind: 'time' });
    }
    if (to > this.now) this.now = to;
  }

  private give(input: WithoutFacts<FlowInput>): void {
    this.apply(input);
    this.goOn();
  }

  private goOn(): void {
    while (this.state?.status === 'running') this.apply({ kind: 'go_on' });
  }

  private apply(input: WithoutFacts<FlowInput>): void {
    if (!this.state) return;
    const { state, effects, log } = step(this.flow, this.state, { ...input, facts: this.facts }, this.now);
    this.log.push(...log);
    this.keep(state);
    for (const effect of effects) this.perform(effect, state.node_id);
  }

  /** After a run has ended, the next one may start. */
  private keep(state: RunState): void {
    this.state = state.stop_reason === null ? state : null;
    if (state.stop_reason !== null) this.stopReason = state.stop_reason;
  }

  private perform(effect: FlowEffect, node_id: string): void {
    const at = this.now.toISOString();
    if (effect.kind === 'send') {
      const { text, choices } = effect.message;
      this.transcript.push({ from: 'flow', text, choices, at, node_id });
    } else {
      this.effects.push({ node_id, at, effect });
    }
    const { stubs } = this.setup;
    const stub = Object.hasOwn(stubs, node_id) ? stubs[node_id] : undefined;
    this.apply({ kind: 'outcome', outcome: stub ?? defaultOutcome(effect, this.facts, this.now) });
  }
}
