import type { FlowProblem } from '../core.types.js';
import { emptyFields } from '../empty-fields.js';
import type { FlowNode } from '../graph.js';
import { isValidPattern } from '../keywords.js';
import { withoutPlaces } from '../texts.js';
import { type ChannelLimits, problem } from './problem.js';

/** Problems inside one node. */
export function contentProblems(node: FlowNode, channels: readonly ChannelLimits[]): FlowProblem[] {
  return [
    ...missingFields(node),
    ...badPattern(node),
    ...textProblems(node, channels),
    ...choiceProblems(node, channels),
  ];
}

function missingFields(node: FlowNode): FlowProblem[] {
  const fields = [...emptyFields(node).filter((field) => field !== 'text'), ...moreEmptyFields(node)];
  const missing = fields.map((field) =>
    problem('MISSING_FIELD', `This step does not work without “${field.replaceAll('_', ' ')}”. Fill it in.`, node.id, {
      field,
    }),
  );
  return hasNoWords(node)
    ? [
        ...missing,
        problem('NO_WORDS', 'This trigger has no words. Add at least one word or a pattern.', node.id, {
          field: 'words',
        }),
      ]
    : missing;
}

/** Fields that only some kinds or operators need. */
function moreEmptyFields(node: FlowNode): string[] {
  if (node.type === 'trigger') {
    return node.data.kind === 'appointment_due' && node.data.minutes_before === undefined ? ['minutes_before'] : [];
  }
  if (node.type !== 'condition') return [];
  const { kind, operator, value, words = [] } = node.data;
  if (kind === 'keyword') return words.length === 0 ? ['words'] : [];
  if (kind !== 'variable' || operator === undefined || operator === 'exists') return [];
  // A variable may be compared with an empty text.
  const isMissing = operator === 'equals' || operator === 'not_equals' ? value === undefined : !value;
  return isMissing ? ['value'] : [];
}

function hasNoWords({ type, data }: FlowNode): boolean {
  return type === 'trigger' && data.kind === 'keyword' && !data.words?.length && !data.pattern;
}

function badPattern(node: FlowNode): FlowProblem[] {
  if (isValidPattern(patternOf(node))) return [];
  return [
    problem('BAD_PATTERN', 'The pattern is not a valid regular expression of RE2. Correct it or use words.', node.id, {
      field: node.type === 'trigger' ? 'pattern' : 'value',
    }),
  ];
}

function patternOf({ type, data }: FlowNode): string {
  if (type === 'trigger') return data.pattern ?? '';
  return type === 'condition' && data.operator === 'matches' ? (data.value ?? '') : '';
}

function textProblems(node: FlowNode, channels: readonly ChannelLimits[]): FlowProblem[] {
  if (node.type !== 'message' && node.type !== 'ask') return [];
  const { text } = node.data;
  const hasFiles = node.type === 'message' && (node.data.attachments ?? []).length > 0;
  if (text.trim() === '' && !hasFiles)
    return [problem('EMPTY_TEXT', 'This step has no text. Write one.', node.id, { field: 'text' })];
  // Values are not known yet, so they count as nothing.
  const { length } = withoutPlaces(text);
  return channels
    .filter(({ textLimit }) => length > textLimit)
    .map(({ platform, textLimit }) =>
      problem(
        'TEXT_TOO_LONG',
        `A text on ${platform} has at most ${textLimit} characters, this one has ${length}. Shorten it.`,
        node.id,
        { field: 'text', platform, limit: textLimit },
      ),
    );
}

function choiceProblems(node: FlowNode, channels: readonly ChannelLimits[]): FlowProblem[] {
  if (node.type === 'ask' && node.data.answer === 'choice' && !node.data.choices?.length && !node.data.choices_from) {
    return [
      problem('NO_CHOICES', 'This question has no choices. Add some, or take them from a variable.', node.id, {
        field: 'choices_from',
      }),
    ];
  }
  const labels = labelsOf(node);
  return labels.length === 0 ? [] : channels.flatMap((channel) => choicesOn(channel, node, labels));
}

function labelsOf(node: FlowNode): string[] {
  const choices =
    node.type === 'message'
      ? node.data.buttons
      : node.type === 'ask' && node.data.answer === 'choice'
        ? node.data.choices
        : [];
  return (choices ?? []).map(({ label }) => label);
}

/** A channel without buttons or without lists shows a numbered text; the number of its lines is not limited. */
function choicesOn(
  { platform, buttons, buttonTitle, rows }: ChannelLimits,
  node: FlowNode,
  labels: readonly string[],
): FlowProblem[] {
  const isList = node.type === 'message' && node.data.list_button !== undefined;
  const limit = isList ? rows : node.type === 'ask' ? Math.max(buttons, rows ?? 0) : buttons;
  if (!limit) return [];
  if (labels.length > limit) {
    const advice =
      !isList && rows !== null && labels.length <= rows ? 'Remove some, or show them as a list' : 'Remove some';
    const message = `${platform} shows at most ${limit} choices here, but there are ${labels.length}. ${advice}.`;
    return [problem('TOO_MANY_BUTTONS', message, node.id, { platform, limit })];
  }
  if (isList || labels.length > buttons) return [];
  return labels
    .filter((label) => label.length > buttonTitle)
    .map((label) =>
      problem(
        'BUTTON_TOO_LONG',
        `A button on ${platform} has at most ${buttonTitle} characters. Shorten “${label}”.`,
        node.id,
        { name: label, platform, limit: buttonTitle },
      ),
    );
}
