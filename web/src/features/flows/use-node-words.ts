import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { choiceLabel, type ConditionData, type FlowNode, outletKind, type TriggerData } from './flow-graph.ts';
import { type FlowNames, type Named, useFlowNames } from './use-flow-names.ts';
import { paletteKindOf } from './new-node.ts';

type Words = TFunction<'flows'>;

export interface NodeWords {
  /** What kind of step it is. */
  titleOf: (node: FlowNode) => string;
  /** What it says or does, in one sentence. Empty where nothing is filled in. */
  textOf: (node: FlowNode) => string;
  outletOf: (node: FlowNode, outlet: string) => string;
}

/** The words for nodes, as the canvas, the list and the inspector show them. */
export function useNodeWords(): NodeWords {
  const { t } = useTranslation('flows');
  const names = useFlowNames();
  return {
    titleOf: (node) => t(`kinds.${paletteKindOf(node)}`),
    textOf: (node) => textOf(node, t, names),
    outletOf: (node, outlet) => outletWords(node, outlet, t),
  };
}

function outletWords(node: FlowNode, outlet: string, t: Words): string {
  const kind = outletKind(outlet);
  if (kind === 'choice') return choiceLabel(node, outlet) || t('outlets.emptyChoice');
  if (kind === 'next' && node.type === 'message' && node.data.buttons) return t('outlets.otherAnswer');
  if (kind === 'next' && node.type === 'ask')
    return t(node.data.choices?.length ? 'outlets.otherChoice' : 'outlets.answered');
  return t(`outlets.${kind}`);
}

function textOf(node: FlowNode, t: Words, names: FlowNames): string {
  switch (node.type) {
    case 'trigger':
      return triggerText(node.data, t);
    case 'message':
      return (
        node.data.text ||
        (node.data.attachments?.length ? t('texts.files', { count: node.data.attachments.length }) : '')
      );
    case 'ask':
      return node.data.text;
    case 'condition':
      return conditionText(node.data, t);
    case 'action':
      return actionText(node.data, t, names);
    case 'delay':
      return minutesText(node.data.minutes, t);
    case 'end':
      return t('texts.end');
  }
}

function triggerText({ kind, words = [], pattern, tag, minutes_before }: TriggerData, t: Words): string {
  switch (kind) {
    case 'keyword':
      return words.length > 0 || pattern
        ? t('texts.keyword', { words: listOf(pattern ? [...words, pattern] : words) })
        : '';
    case 'comment':
    case 'story_reply':
      return words.length > 0 ? t(`texts.${kind}Words`, { words: listOf(words) }) : t(`texts.${kind}`);
    case 'tag_added':
      return tag ? t('texts.tag_added', { tag }) : '';
    case 'appointment_due':
      return t('texts.appointment_due', { time: minutesText(minutes_before ?? 0, t) });
    default:
      return t(`texts.${kind}`);
  }
}

function conditionText(
  { kind, words = [], variable = '', operator, value = '', tag }: ConditionData,
  t: Words,
): string {
  switch (kind) {
    case 'keyword':
      return words.length > 0 ? t('texts.saysOneOf', { words: listOf(words) }) : '';
    case 'variable':
      return variable && operator ? t(`texts.operators.${operator}`, { variable, value }) : '';
    case 'tag':
      return tag ? t('texts.hasTag', { tag }) : '';
    case 'vaccination_valid':
      return value ? t('texts.vaccinationNamed', { name: value }) : t('texts.vaccination_valid');
    default:
      return t(`texts.${kind}`);
  }
}

function actionText(data: Extract<FlowNode, { type: 'action' }>['data'], t: Words, names: FlowNames): string {
  switch (data.action) {
    case 'tag_customer':
    case 'untag_customer':
      return data.tag;
    case 'set_variable':
      return data.variable && t('texts.set_variable', { variable: data.variable, value: data.value });
    case 'api_call':
      return data.url && `${data.method} ${data.url}`;
    case 'assign':
      return nameIn(names.users, data.user_id, t);
    case 'hand_off':
      return data.reason || t('texts.hand_off');
    case 'start_flow':
      return nameIn(names.flows, data.flow_id, t);
    case 'find_slots':
      return (
        data.service_id &&
        t('texts.find_slots', { service: nameIn(names.services, data.service_id, t), count: data.limit ?? 3 })
      );
    case 'hold_slot':
      return data.service_id && t('texts.hold_slot', { service: nameIn(names.services, data.service_id, t) });
    case 'confirm_booking':
      return t('texts.confirm_booking');
  }
}

const nameIn = (all: readonly Named[], id: string, t: Words): string =>
  id === '' ? '' : (all.find(({ _id }) => _id === id)?.name ?? t('texts.unknown'));

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

export function minutesText(minutes: number, t: Words): string {
  if (minutes > 0 && minutes % DAY_MIN === 0) return t('texts.days', { count: minutes / DAY_MIN });
  if (minutes > 0 && minutes % HOUR_MIN === 0) return t('texts.hours', { count: minutes / HOUR_MIN });
  return t('texts.minutes', { count: minutes });
}

const listOf = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
