import { dateIn } from '../flow-core/index.js';
import type { DialogueState, Effect, Evidence, Known, Outcome, TurnState, TurnTrace } from './core.types.js';
import { NOTHING_KNOWN, stillKnown } from './dialogue.js';
import {
  type CompanyFacts,
  type Language,
  LANGUAGES,
  type OwnAppointment,
  type PetCard,
  type ServiceFacts,
  type TurnFacts,
} from './facts.types.js';
import { languageOf, languageOfLocale } from './intents/language.js';
import type { ModelTokens } from './model/model.types.js';
import { clockTime, dayWords } from './texts/moments.js';
import { textOf, type TextKey } from './texts/texts.js';
import { type ArgsOf, type EffectTool, TOOL_VALUES, type ToolCall, type ValueOf } from './tools.js';

/** A part of a turn: it yields what it needs from outside, and gets the outcome. It must be deterministic, because it is run again from its start. */
export type Work<Result> = Generator<Effect, Result, Outcome>;

export type ToolResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: string };

/** The notes of one run of a turn. */
export class Turn {
  readonly facts: TurnFacts;
  readonly language: Language;
  dialogue: DialogueState;
  readonly evidence: Evidence[] = [];
  readonly calls: { name: string; args: unknown; code: string }[] = [];
  readonly gates: string[] = [];
  intents: readonly string[] = [];
  modelSteps = 0;
  tokens: ModelTokens = { input: 0, output: 0 };
  /** Texts of the company in this turn that a reply may repeat: passages, prices and notes of tools. */
  readonly quotable: string[] = [];
  /** Something was answered, learned or done. */
  hasProgress = false;
  isUnderstood = true;
  /** By which the customer manages the appointment that this turn has booked or moved. */
  manageLink: string | null = null;
  /** In the words of the model, for staff. */
  summary: string | null = null;

  constructor({ facts, before }: TurnState) {
    this.facts = facts;
    const typed = facts.messages.filter(({ tapped }) => tapped === null).map(({ text }) => text);
    this.language = allowed(languageOf(typed) ?? before.language, facts.company);
    this.dialogue = { ...stillKnown(before, facts), language: this.language };
  }

  /** YYYY-MM-DD in the company's time zone. */
  get today(): string {
    return dateIn(this.facts.company.time_zone, new Date(this.facts.now));
  }

  get lastSeq(): number {
    return this.facts.messages.at(-1)?.seq ?? 0;
  }

  say(key: TextKey, values?: Readonly<Record<string, string>>): string {
    return textOf(this.language, key, values);
  }

  update(change: Partial<DialogueState>): void {
    this.dialogue = { ...this.dialogue, ...change };
  }

  learn(change: Partial<Known>): void {
    this.update({ known: { ...this.dialogue.known, ...change } });
  }

  /** Nothing is open any more. */
  close(): void {
    this.update({ topic: null, known: NOTHING_KNOWN, asked: null, options: [], offers: [], pending: null });
  }

  service(alias: string | null): ServiceFacts | null {
    return this.facts.services.find((service) => service.alias === alias) ?? null;
  }

  pet(alias: string | null): PetCard | null {
    return this.facts.pets.find((pet) => pet.alias === alias) ?? null;
  }

  appointment(alias: string | null): OwnAppointment | null {
    return this.facts.appointments.find((appointment) => appointment.alias === alias) ?? null;
  }

  day(at: string): string {
    return dayWords(at, this.language, this.facts.company.time_zone);
  }

  time(at: string): string {
    return clockTime(at, this.facts.company.time_zone);
  }

  trace(): TurnTrace {
    const { language, intents, calls, gates, tokens } = this;
    return { language, intents, calls, gates, model_steps: this.modelSteps, tokens };
  }
}

/** The language of the customer, if the company answers in it; else that of the company. */
function allowed(language: Language | null, { locale, languages = LANGUAGES }: CompanyFacts): Language {
  const own = languageOfLocale(locale);
  return [language, own].find((each) => each !== null && languages.includes(each)) ?? languages[0] ?? own;
}

/** Asks for a tool. An outcome of another shape counts as a failure, so nothing is claimed because of it. */
export function* useTool<Name extends EffectTool>(
  turn: Turn,
  name: Name,
  args: ArgsOf<Name>,
): Work<ToolResult<ValueOf<Name>>> {
  const result = resultOf(name, yield { kind: 'tool', call: { name, args } as ToolCall });
  turn.calls.push({ name, args, code: result.ok ? 'OK' : result.code });
  return result;
}

function resultOf<Name extends EffectTool>(name: Name, outcome: Outcome): ToolResult<ValueOf<Name>> {
  if (outcome.kind !== 'tool') return { ok: false, code: 'WRONG_OUTCOME' };
  if (!outcome.outcome.ok) return { ok: false, code: outcome.outcome.code };
  const parsed = TOOL_VALUES[name].safeParse(outcome.outcome.value);
  return parsed.success ? { ok: true, value: parsed.data as ValueOf<Name> } : { ok: false, code: 'WRONG_OUTCOME' };
}
