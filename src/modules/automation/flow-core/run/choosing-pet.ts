import { petQuestion, retryWords } from '../answers/built-in-words.js';
import { pickChoice } from '../answers/choices.js';
import {
  type Choice,
  type FlowFacts,
  LIMITS,
  type OfferedPet,
  type RunState,
  type StepResult,
  type Wait,
} from '../core.types.js';
import { inWords } from '../texts.js';
import { end, leave, logLine, send, type Turn } from './turn.js';

const MAX_WAIT_MS = 24 * 60 * 60_000;
const RETRIES = 2;

type AnswerWait = Extract<Wait, { kind: 'answer' }>;
type EffectWait = Extract<Wait, { kind: 'effect' }>;
type PetQuestion = EffectWait & { readonly choices: readonly Choice[] };

/** The pet that the next booking is for; null if it is not known yet. */
export function petOf({ state, facts }: Turn): string | null {
  if (!state.pet) return facts.appointment_pet_id;
  return state.pet.is_booked ? null : state.pet.id;
}

/** The chosen pet is the first, so texts and conditions mean it. */
export function withChosenPet(facts: FlowFacts, { pet }: RunState): FlowFacts {
  const chosen = pet && facts.pets.find(({ id }) => id === pet.id);
  if (!chosen || chosen === facts.pets[0]) return facts;
  return { ...facts, pets: [chosen, ...facts.pets.filter((one) => one !== chosen)] };
}

/** Asks which pet the booking is for. The question is a step of its own, because the step is the key of a sent message. */
export function askForPet(turn: Turn, pets: readonly OfferedPet[]): StepResult {
  const choices = pets.map(({ id, label }) => ({ label, value: id, outlet: 'ok' }));
  return askAgain(turn, choices, petQuestion(turn.facts.company.locale), 0);
}

function askAgain(turn: Turn, choices: readonly Choice[], text: string, tries: number): StepResult {
  const { state } = turn;
  if (state.steps >= LIMITS.steps) return end(turn, ['stopped', 'too_many_steps']);
  const message = { text, attachments: [], choices: choices.map(({ label }) => label) };
  const asked = send({ ...turn, state: { ...state, steps: state.steps + 1 } }, message, tries);
  const { wait } = asked.state;
  return wait?.kind === 'effect' ? { ...asked, state: { ...asked.state, wait: { ...wait, choices } } } : asked;
}

export function isPetQuestion(wait: Wait | null): wait is PetQuestion {
  return wait?.kind === 'effect' && wait.choices !== undefined;
}

/** After the question is sent. */
export function afterPetQuestion({ node, state, now }: Turn, { choices, tries }: PetQuestion): StepResult {
  const until = new Date(now.getTime() + MAX_WAIT_MS).toISOString();
  const wait = { kind: 'answer', node_id: node.id, until, tries, choices } as const;
  return { state: { ...state, status: 'waiting_input', wait }, effects: [], log: [] };
}

/** With the chosen pet the action runs again. */
export function hearPet(
  turn: Turn,
  { choices, tries }: AnswerWait,
  answer: { text: string; choice?: number },
): StepResult {
  const state: RunState = { ...turn.state, messages_since_answer: 0 };
  const choice = pickChoice(choices, answer.text, answer.choice);
  if (!choice) return retry({ ...turn, state }, choices, tries + 1);
  const pet = { id: inWords(choice.value) };
  return {
    state: { ...state, status: 'running', wait: null, pet },
    effects: [],
    log: [logLine(turn, null, choice.label)],
  };
}

function retry(turn: Turn, choices: readonly Choice[], tries: number): StepResult {
  if (tries > RETRIES) return leave(turn, 'error', 'ANSWER_DOES_NOT_FIT');
  const { locale } = turn.facts.company;
  return askAgain(turn, choices, `${retryWords('choice', locale)}\n\n${petQuestion(locale)}`, tries);
}
