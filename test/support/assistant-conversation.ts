import {
  type Draft,
  type DialogueState,
  type Effect,
  type ModelAnswer,
  type ModelRequest,
  type ModelSettings,
  newDialogue,
  type OfferedSlot,
  type Outcome,
  type OwnAppointment,
  type PastMessage,
  type Snippet,
  step,
  type StepResult,
  type ToolCall,
  type ToolOutcome,
  type TurnFacts,
  type TurnState,
  type TurnTrace,
} from '../../src/modules/automation/assistant-core/index.js';
import { factsOfTurn } from '../builders/assistant-facts.js';

export interface WorldSetup {
  readonly facts?: Partial<TurnFacts>;
  /** Free times, ISO 8601. */
  readonly free?: readonly string[];
  readonly articles?: readonly Snippet[];
  readonly needsApproval?: boolean;
  readonly model?: (request: ModelRequest, call: number) => ModelAnswer;
  readonly persona?: string;
  /** Codes with which the next calls of a tool fail. */
  readonly failures?: Partial<Record<ToolCall['name'], string[]>>;
}

/** A message is a text, or a tap on the choice with this label. */
export type Said = string | { readonly tap: string };

const DAYTIMES = [9, 10, 14, 16];
/** Four times on each weekday of two weeks, in São Paulo. */
export const FREE: readonly string[] = Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2026, 10, 30 + day)))
  .filter((date) => date.getUTCDay() % 6 !== 0)
  .flatMap((date) => DAYTIMES.map((hour) => new Date(date.getTime() + (hour + 3) * 3_600_000).toISOString()));

/** Plays the adapter: a calendar, stored offers, a dialogue, and the customer's messages. It never trusts an alias that it has not given out. */
export class AssistantConversation {
  dialogue: DialogueState = newDialogue();
  facts: TurnFacts;
  readonly calls: ToolCall[] = [];
  readonly requests: ModelRequest[] = [];
  lastTrace: TurnTrace | null = null;
  lastDraft: Draft | null = null;
  lastState: TurnState | null = null;
  private readonly free: Set<string>;
  private offers: OfferedSlot[] = [];
  private seq = 0;
  private appointmentNumber: number;

  constructor(private readonly setup: WorldSetup = {}) {
    this.facts = factsOfTurn(setup.facts);
    this.free = new Set(setup.free ?? FREE);
    for (const { starts_at } of this.facts.appointments) this.free.delete(starts_at);
    this.appointmentNumber = this.facts.appointments.length;
  }

  get appointments(): readonly OwnAppointment[] {
    return this.facts.appointments;
  }

  /** One turn with all these messages. */
  say(...said: Said[]): Draft {
    const messages = said.map((each) => {
      this.seq++;
      if (typeof each === 'string') return { seq: this.seq, text: each, tapped: null, has_files: false };
      const choice = this.lastDraft?.choices.find(({ label }) => label.startsWith(each.tap));
      if (!choice) throw new Error(`No choice begins with "${each.tap}": ${JSON.stringify(this.lastDraft)}`);
      return { seq: this.seq, text: choice.label, tapped: choice.id, has_files: false };
    });
    return this.turn({ ...this.facts, messages, offers: this.offers });
  }

  turn(facts: TurnFacts): Draft {
    const model: ModelSettings | null = this.setup.model ? { persona: this.setup.persona ?? '' } : null;
    const start: TurnState = { facts, before: this.dialogue, model, outcomes: [] };
    let result: StepResult = step(start, { kind: 'start' });
    while (!result.done) result = step(result.state, this.outcomeOf(result.effect));
    this.dialogue = result.dialogue;
    this.lastTrace = result.trace;
    this.lastDraft = result.draft;
    this.lastState = result.state;
    this.seq++;
    const turns: PastMessage[] = facts.messages.map(({ text }) => ({ from: 'customer', text }));
    if (result.draft.text) turns.push({ from: 'assistant', text: result.draft.text });
    this.facts = { ...this.facts, turns: [...this.facts.turns, ...turns].slice(-12) };
    return result.draft;
  }

  private outcomeOf(effect: Effect): Outcome {
    switch (effect.kind) {
      case 'tool':
        this.calls.push(effect.call);
        return { kind: 'tool', outcome: this.run(effect.call) };
      case 'retrieve':
        return { kind: 'retrieved', snippets: this.setup.articles ?? [] };
      case 'model':
        this.requests.push(effect.request);
        return { kind: 'model', answer: this.answerOf(effect.request) };
    }
  }

  private answerOf(request: ModelRequest): ModelAnswer {
    if (!this.setup.model) throw new Error('Rules mode asks no model');
    return this.setup.model(request, this.requests.length);
  }

  private run(call: ToolCall): ToolOutcome {
    const code = this.setup.failures?.[call.name]?.shift();
    if (code) return { ok: false, code, message: code };
    switch (call.name) {
      case 'find_slots':
        return { ok: true, value: { offers: this.find(call.args) } };
      case 'hold_slot':
        return this.free.has(this.startOf(call.args.offer))
          ? { ok: true, value: { price: null, notes: [] } }
          : { ok: false, code: 'SLOT_TAKEN', message: 'taken' };
      case 'confirm_booking':
        return this.book(this.startOf(call.args.offer));
      case 'move_booking':
        return this.move(call.args.appointment, this.startOf(call.args.offer));
      case 'cancel_booking':
        return this.cancel(call.args.appointment);
      case 'upsert_pet_fact':
        return { ok: true, value: { status: 'saved' } };
    }
  }

  private find({ from, to, part_of_day, time }: Extract<ToolCall, { name: 'find_slots' }>['args']): OfferedSlot[] {
    const hourOf = (at: string): number => new Date(at).getUTCHours() - 3;
    const partOf = (hour: number): string => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');
    const found = [...this.free]
      .filter((at) => at.slice(0, 10) >= from && at.slice(0, 10) <= to)
      .filter((at) => part_of_day === null || partOf(hourOf(at)) === part_of_day);
    const wished = time === null ? 0 : Number(time.slice(0, 2));
    if (time !== null) found.sort((a, b) => Math.abs(hourOf(a) - wished) - Math.abs(hourOf(b) - wished));
    this.offers = found
      .slice(0, 5)
      .sort()
      .map((starts_at, index) => ({ alias: `o${index + 1}`, starts_at }));
    return this.offers;
  }

  private startOf(alias: string): string {
    const offer = this.offers.find((each) => each.alias === alias);
    if (!offer) throw new Error(`The core asked for an unknown offer: ${alias}`);
    return offer.starts_at;
  }

  private book(starts_at: string): ToolOutcome {
    if (!this.free.delete(starts_at)) return { ok: false, code: 'SLOT_TAKEN', message: 'taken' };
    const { service, pet } = this.dialogue.pending ?? { service: null, pet: null };
    const known = this.facts.pets.find(({ alias }) => alias === pet);
    const status = this.setup.needsApproval ? 'pending' : 'booked';
    const booked: OwnAppointment = {
      alias: `a${++this.appointmentNumber}`,
      service: this.facts.services.find(({ alias }) => alias === service)?.name ?? 'Banho',
      pet: known ? { alias: known.alias, name: known.name } : null,
      starts_at,
      status,
      may_move: true,
      may_cancel: true,
      move_fee: null,
      cancel_fee: null,
    };
    this.facts = { ...this.facts, appointments: [...this.facts.appointments, booked] };
    return { ok: true, value: { service: booked.service, pet: known?.name ?? null, starts_at, status } };
  }

  private move(alias: string, starts_at: string): ToolOutcome {
    const own = this.own(alias);
    if (!this.free.delete(starts_at)) return { ok: false, code: 'SLOT_TAKEN', message: 'taken' };
    this.free.add(own.starts_at);
    const appointments = this.facts.appointments.map((each) => (each === own ? { ...own, starts_at } : each));
    this.facts = { ...this.facts, appointments };
    return { ok: true, value: { service: own.service, pet: own.pet?.name ?? null, starts_at, status: 'booked' } };
  }

  private cancel(alias: string): ToolOutcome {
    const own = this.own(alias);
    this.facts = { ...this.facts, appointments: this.facts.appointments.filter((each) => each !== own) };
    return { ok: true, value: { service: own.service, pet: own.pet?.name ?? null, starts_at: own.starts_at } };
  }

  private own(alias: string): OwnAppointment {
    const own = this.facts.appointments.find((each) => each.alias === alias);
    if (!own) throw new Error(`The core asked for an unknown appointment: ${alias}`);
    return own;
  }
}
