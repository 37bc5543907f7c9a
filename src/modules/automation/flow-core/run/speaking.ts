import { takeAnswer } from '../answers/answers.js';
import { retryWords } from '../answers/built-in-words.js';
import { itemsAsChoices, pickChoice } from '../answers/choices.js';
import { dateIn } from '../answers/dates.js';
import { type Choice, LIMITS, type RunState, type SentText, type StepResult, type Wait } from '../core.types.js';
import { choiceOutlet, type NodeOf } from '../graph.js';
import { cut } from '../texts.js';
import { withVariable } from './variables.js';
import { end, filled, isConnected, leave, send, type Turn } from './turn.js';

const MINUTE_MS = 60_000;
const MINUTES_OF_A_DAY = 24 * 60;
const DEFAULT_RETRIES = 2;
const MAX_TEXT = 4_096;

type SpeakingNode = NodeOf<'message'> | NodeOf<'ask'>;
type Answer = { readonly text: string; readonly choice?: number };
type AnswerWait = Extract<Wait, { kind: 'answer' }>;

/** Sends the text of a message or a question. A message that is empty after filling is left out. */
export function speak(turn: Turn<SpeakingNode>): StepResult {
  const { node } = turn;
  const choices = choicesOf(turn);
  if (isAsk(turn) && turn.node.data.answer === 'choice' && choices.length === 0) return giveUp(turn, 'NO_CHOICES');
  const message = messageOf(turn, filled(turn, node.data.text), choices);
  const isEmpty = message.text.trim() === '' && message.attachments.length === 0;
  return isEmpty && node.type === 'message' ? leave(turn, 'next') : send(turn, message);
}

function messageOf(turn: Turn<SpeakingNode>, text: string, choices: readonly Choice[]): SentText {
  const { data } = turn.node;
  const attachments = 'attachments' in data ? (data.attachments ?? []) : [];
  return {
    text,
    attachments: attachments.map(({ type, url }) => ({ type, url: filled(turn, url, 'url') })),
    choices: choices.map(({ label }) => label),
    ...('list_button' in data && data.list_button !== undefined && { list_button: data.list_button }),
  };
}

/** After the message is sent: a question and a message with buttons wait, any other message goes on. */
export function afterSend(turn: Turn<SpeakingNode>, tries: number): StepResult {
  const { node, state, now } = turn;
  const choices = choicesOf(turn);
  if (node.type === 'message' && choices.length === 0) return leave(turn, 'next');
  const minutes = (node.type === 'ask' && node.data.timeout_min) || MINUTES_OF_A_DAY;
  const until = new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  const wait = { kind: 'answer', node_id: node.id, until, tries, choices } as const;
  return { state: { ...state, status: 'waiting_input', wait }, effects: [], log: [] };
}

function choicesOf({ node, state }: Turn<SpeakingNode>): Choice[] {
  const asChoices = (labels: readonly { label: string }[] = []): Choice[] =>
    labels.map(({ label }, index) => ({ label, value: label, outlet: choiceOutlet(index) }));
  if (node.type === 'message') return asChoices(node.data.buttons);
  const { answer, choices, choices_from: list } = node.data;
  if (answer !== 'choice') return [];
  const items = list !== undefined && Object.hasOwn(state.vars, list) ? itemsAsChoices(state.vars[list], 'next') : [];
  return [...items, ...asChoices(choices)];
}

/** Null if the flow does not take the answer. */
export function hear(turn: Turn<SpeakingNode>, wait: AnswerWait, answer: Answer): StepResult | null {
  const heard = { ...turn, state: { ...turn.state, messages_since_answer: 0 } };
  return isAsk(heard) ? hearAnswer(heard, wait, answer) : hearButton(heard, wait, answer);
}

function hearButton(turn: Turn, { choices }: AnswerWait, { text, choice: tapped }: Answer): StepResult | null {
  const choice = pickChoice(choices, text, tapped);
  if (choice) return leave(turn, outletOf(turn, choice.outlet), choice.label);
  return isConnected(turn, 'next') ? leave(turn, 'next', text) : null;
}

function hearAnswer(turn: Turn<NodeOf<'ask'>>, { choices, tries }: AnswerWait, answer: Answer): StepResult {
  const { facts, now, node, state } = turn;
  const { locale, time_zone } = facts.company;
  const taken = takeAnswer({ kind: node.data.answer, choices, today: dateIn(time_zone, now), locale }, answer);
  if (!taken) return askAgain(turn, tries + 1);
  const stored = withVariable(state.vars, node.data.variable, taken.value);
  if ('refused' in stored) return end(turn, ['stopped', 'variables_too_large']);
  const note = answer.text || String(answer.choice ?? '');
  return leave({ ...turn, state: { ...state, vars: stored.vars } }, outletOf(turn, taken.outlet), note);
}

/** A choice whose outlet has no edge takes `next`. */
function outletOf(turn: Turn, outlet: string): string {
  return isConnected(turn, outlet) ? outlet : 'next';
}

function askAgain(turn: Turn<NodeOf<'ask'>>, tries: number): StepResult {
  const { facts, node, state } = turn;
  if (tries > (node.data.retries ?? DEFAULT_RETRIES)) return giveUp(turn, 'ANSWER_DOES_NOT_FIT');
  if (state.steps >= LIMITS.steps) return end(turn, ['stopped', 'too_many_steps']);
  const before = node.data.retry_text
    ? filled(turn, node.data.retry_text)
    : retryWords(node.data.answer, facts.company.locale);
  const text = cut(`${before}\n\n${filled(turn, node.data.text)}`, MAX_TEXT);
  // This is a new step, because the step is the key of a sent message.
  const again: RunState = { ...state, steps: state.steps + 1 };
  return send({ ...turn, state: again }, messageOf(turn, text, choicesOf(turn)), tries);
}

function giveUp(turn: Turn, note: string): StepResult {
  return isConnected(turn, 'timeout') ? leave(turn, 'timeout', note) : end(turn, ['failed', 'no_answer'], note);
}

function isAsk(turn: Turn): turn is Turn<NodeOf<'ask'>> {
  return turn.node.type === 'ask';
}
