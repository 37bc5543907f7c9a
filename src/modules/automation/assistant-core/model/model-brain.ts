import { type Draft, type Snippet, TURN_LIMITS } from '../core.types.js';
import { ask, handOff, noop, reply, slotChoices } from '../drafts.js';
import { verdictOf } from '../intents/confirmation.js';
import { askToConfirm } from '../rules/confirming.js';
import { isInfo } from '../rules/info.js';
import { passagesFor } from '../rules/knowledge.js';
import { type Line, verdictOfAll } from '../rules/reading.js';
import { rulesBrain } from '../rules/rules-brain.js';
import { FACT_TOOLS, TOOL_ARGS, type ToolName } from '../tools.js';
import type { Turn, Work } from '../turn.js';
import type { ModelAnswer, ModelMessage, ModelSettings, ModelToolCall } from './model.types.js';
import { ANSWER, messagesFor, requestFor } from './request.js';
import { runTool, type ToolRun } from './tool-runs.js';

const ALL_TOOLS = Object.keys(TOOL_ARGS) as ToolName[];
/** The adapter answers so when the budget is spent in the middle of a turn. */
const BUDGET_SPENT = 'BUDGET_SPENT';

/** Lets a language model answer with tools: at most five calls, one retry, and a person after that. */
export function* modelBrain(turn: Turn, lines: readonly Line[], { persona }: ModelSettings): Work<Draft> {
  if (verdictOfAll(turn, lines) === 'no') turn.update({ pending: null, asked: null });
  const passages = yield* passagesFor(
    turn,
    lines.map(({ text }) => text),
  );
  const messages = messagesFor(turn, persona, passages);
  const seen = new Map<string, ToolRun>();
  let tools: readonly ToolName[] = toolsFor(lines);
  let failures = 0;
  while (turn.modelSteps < TURN_LIMITS.modelSteps) {
    turn.modelSteps++;
    if (turn.modelSteps === TURN_LIMITS.modelSteps) tools = [];
    const answer = yield* asked(turn, messages, tools);
    if (!answer.ok && answer.code === BUDGET_SPENT) {
      turn.gates.push('budget_spent');
      return yield* rulesBrain(turn, lines);
    }
    const calls = answer.ok ? answer.tool_calls : [];
    const draft = answer.ok && calls.length === 0 ? draftOf(turn, lines, answer.content, passages) : null;
    if (draft) return draft;
    const run = tools.length > 0 && answer.ok && calls.length > 0 ? yield* runAll(turn, calls, tools, seen) : FAILED;
    if (run.draft) return run.draft;
    if (run.hasFailed && ++failures > 1) return handOff(turn, 'model_failed');
    if (answer.ok)
      messages.push({ role: 'assistant', content: answer.content ?? '', tool_calls: calls }, ...run.results);
    // A repeated call would repeat for ever; an empty answer after a call needs an answer, not one more call.
    if (run.isRepeat || (run.hasFailed && calls.length === 0)) tools = [];
  }
  return handOff(turn, 'model_failed');
}

function* asked(turn: Turn, messages: readonly ModelMessage[], tools: readonly ToolName[]): Work<ModelAnswer> {
  const outcome = yield { kind: 'model', request: requestFor(messages, tools) };
  if (outcome.kind !== 'model') return { ok: false, code: 'WRONG_OUTCOME' };
  const { answer } = outcome;
  if (answer.ok) {
    const { input, output } = turn.tokens;
    turn.tokens = { input: input + answer.tokens.input, output: output + answer.tokens.output };
  }
  return answer;
}

/** A turn that only asks for information gets no tool that writes. */
function toolsFor(lines: readonly Line[]): readonly ToolName[] {
  const intents = lines.flatMap((line) => line.intents);
  const isInfoOnly =
    intents.some(isInfo) && intents.every((each) => isInfo(each) || each === 'greeting' || each === 'thanks');
  return isInfoOnly ? FACT_TOOLS : ALL_TOOLS;
}

interface Runs {
  readonly results: readonly ModelMessage[];
  readonly draft: Draft | null;
  readonly hasFailed: boolean;
  readonly isRepeat: boolean;
}

const FAILED: Runs = { results: [], draft: null, hasFailed: true, isRepeat: false };

/** A call that was made before is not made again; if it was invalid then, it has failed twice. */
function* runAll(
  turn: Turn,
  calls: readonly ModelToolCall[],
  tools: readonly ToolName[],
  seen: Map<string, ToolRun>,
): Work<Runs> {
  const results: ModelMessage[] = [];
  let [hasFailed, isRepeat] = [false, false];
  for (const call of calls) {
    const key = `${call.name} ${call.args}`;
    const earlier = seen.get(key);
    const run = earlier ?? (yield* runTool(turn, call, tools));
    seen.set(key, run);
    isRepeat ||= earlier !== undefined;
    if (run.kind === 'end') return { results, draft: run.draft, hasFailed, isRepeat };
    hasFailed ||= run.kind === 'invalid';
    const content = JSON.stringify(run.kind === 'invalid' ? { error: run.message } : run.value);
    results.push({ role: 'tool', call_id: call.id, content });
  }
  return { results, draft: null, hasFailed, isRepeat };
}

/** Null if the answer is empty, too long, not of the schema, or silent on a question. */
function draftOf(
  turn: Turn,
  lines: readonly Line[],
  content: string | null,
  passages: readonly Snippet[],
): Draft | null {
  const parsed = ANSWER.safeParse(jsonIn(content ?? ''));
  if (!parsed.success) return null;
  const { action, intent, summary } = parsed.data;
  const text = parsed.data.reply.trim();
  if (turn.intents.length === 0) turn.intents = [intent];
  if (action === 'handoff') {
    turn.summary = summary;
    return handOff(turn, 'model_asked');
  }
  if (action === 'noop') {
    const isNothing = lines.every((line) => line.intents.includes('thanks') || verdictOf(line.text) !== 'unclear');
    return isNothing && lines.length > 0 && !turn.dialogue.pending ? noop('nothing_asked') : null;
  }
  if (text === '' || text.length > turn.facts.channel.text) return null;
  turn.hasProgress = true;
  const citations = parsed.data.citations.filter((id) => passages.some((passage) => passage.id === id));
  return { ...spoken(turn, action, text), citations };
}

/** An open question is asked again by code below the text, so that a later "yes" can mean nothing else. */
function spoken(turn: Turn, action: 'reply' | 'ask' | 'offer_slots', text: string): Draft {
  const { pending, offers } = turn.dialogue;
  if (pending) return askToConfirm(turn, pending, [text]);
  if (action !== 'offer_slots' || offers.length === 0)
    return reply(text, { action: action === 'ask' ? 'ask' : 'reply' });
  turn.update({ asked: 'slot' });
  return { ...ask(turn, text, slotChoices(turn, offers)), action };
}

/** Models like to put JSON into a block of Markdown. */
function jsonIn(content: string): unknown {
  const text = content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
