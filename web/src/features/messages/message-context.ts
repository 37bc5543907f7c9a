import type { Message } from './thread-merge.ts';

/** What a line about flows tells staff; each has words in `locales`. */
export const STAFF_LINE_CAUSES = [
  'asked_by_flow',
  'customer_wants_person',
  'message_not_sent',
  'message_fault',
  'event_fault',
  'event_skipped',
  'took_too_long',
  'variables_too_large',
  'action_failed',
  'send_failed',
  'node_missing',
  'internal_error',
] as const;
type StaffLineCause = (typeof STAFF_LINE_CAUSES)[number];

/** The quoted message, story or advertisement of a message, as the API stores it in `context`. */
export interface MessageContext {
  reply_to_external_id?: string;
  /** The button that the customer pressed. */
  button?: { payload: string; title?: string };
  story?: { url?: string; kind: 'reply' | 'mention' };
  referral?: { source?: string; ref?: string; ad_id?: string; headline?: string; url?: string };
  forwarded?: 'once' | 'often';
  id_change?: { old_id: string; new_id: string; is_taken: boolean };
  /** A line about a flow. Lines of older versions have no `cause`. */
  hand_off?: { flow: string | null; reason: string; cause?: string };
}

/** Reads the context; the API types it as any object. */
export const contextOf = ({ context }: Message): MessageContext => context ?? {};

const BY_ASSISTANT = 'assistant_';

/** Why the assistant has handed over, and its brief for staff; undefined for other lines. */
export function handOffOf(message: Message): { reason: string; brief: string } | undefined {
  const { cause, reason: brief = '' } = contextOf(message).hand_off ?? {};
  return cause?.startsWith(BY_ASSISTANT) ? { reason: cause.slice(BY_ASSISTANT.length), brief } : undefined;
}

/** Undefined for a line whose words this version does not know. */
export function staffLineOf(message: Message): { cause: StaffLineCause; flow: string; reason: string } | undefined {
  const { cause, flow, reason = '' } = contextOf(message).hand_off ?? {};
  const known = STAFF_LINE_CAUSES.find((one) => one === cause);
  return known && { cause: known, flow: flow ?? '', reason };
}
