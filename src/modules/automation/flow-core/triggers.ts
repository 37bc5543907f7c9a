import type { FlowEvent } from './core.types.js';
import type { TriggerData, TriggerKind } from './graph.js';
import { foldWords, matchesPattern, matchesWords } from './keywords.js';

const BY_CUSTOMER: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'keyword',
  'first_message',
  'any_message',
  'comment',
  'story_reply',
]);

/** Whether the customer has written just before the flow starts. */
export function isByCustomer({ kind }: TriggerData): boolean {
  return BY_CUSTOMER.has(kind);
}

/**
 * Whether kind, words and channel of the event match the trigger. The caller checks `priority`, `once_per_hours` and `active_hours`.
 * A first message of a contact (`first_message`) also matches `keyword` and `any_message`.
 */
export function matchesTrigger(trigger: TriggerData, event: FlowEvent): boolean {
  return fitsChannel(trigger, event) && fitsKind(trigger, event);
}

function fitsChannel({ channel_ids: wanted }: TriggerData, { channel_id: channel }: FlowEvent): boolean {
  if (!wanted || wanted.length === 0) return true;
  return channel !== null && wanted.includes(channel);
}

function fitsKind(trigger: TriggerData, event: FlowEvent): boolean {
  const text = event.text ?? '';
  switch (trigger.kind) {
    case 'keyword':
      return isMessage(event) && hasKeyword(trigger, text);
    case 'any_message':
      return isMessage(event);
    case 'comment':
    case 'story_reply':
      return event.kind === trigger.kind && (!hasWords(trigger) || hasKeyword(trigger, text));
    case 'tag_added':
      return event.kind === 'tag_added' && sameWords(trigger.tag, event.tag);
    default:
      return event.kind === trigger.kind;
  }
}

function isMessage({ kind }: FlowEvent): boolean {
  return kind === 'message' || kind === 'first_message';
}

function hasWords({ words = [], pattern = '' }: TriggerData): boolean {
  return words.length > 0 || pattern !== '';
}

function hasKeyword({ words = [], pattern = '' }: TriggerData, text: string): boolean {
  return matchesWords(text, words) || (pattern !== '' && matchesPattern(text, pattern));
}

function sameWords(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && foldWords(one) === foldWords(other);
}
