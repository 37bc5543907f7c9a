import type { Message, PendingMessage } from './thread-merge.ts';

type Status = Message['status'];

/** The outcome of a stored part; undefined once the platform has accepted it. */
function outcomeOf(status: Status): 'open' | 'failed' | undefined {
  if (status === 'queued') return 'open';
  return status === 'failed' ? 'failed' : undefined;
}

const isLaterPart = (message: PendingMessage, before: PendingMessage): boolean =>
  message.answer !== undefined && message.answer.id === before.answer?.id && message.answer.part > before.answer.part;

/** This message, and the parts of the same answer after it. */
export const withLaterParts = (pending: readonly PendingMessage[], message: PendingMessage): PendingMessage[] => [
  message,
  ...pending.filter((other) => isLaterPart(other, message)),
];

/**
 * Whether a message may be sent now. A part of an answer is held while the part before it is refused or has failed: nobody
 * sends the second half of an answer alone. A held part does not keep other messages back; one that waits does.
 */
export function turnOf(message: PendingMessage, pending: readonly PendingMessage[]): 'sending' | 'waiting' | 'held' {
  const place = pending.findIndex(({ client_id }) => client_id === message.client_id);
  const before = pending.slice(0, place).filter(({ conversation_id }) => conversation_id === message.conversation_id);
  const isStopped = ({ state }: PendingMessage) => state === 'refused' || state === 'held';
  if (message.behind?.outcome === 'failed') return 'held';
  if (before.some((other) => isLaterPart(message, other) && isStopped(other))) return 'held';
  return message.behind || before.some(({ state }) => state === 'waiting') ? 'waiting' : 'sending';
}

/**
 * The next part after one has left the pending messages.
 * @param stored the stored message of the part that was sent; null if the user discarded the part
 */
export function nextPartAfter(
  pending: readonly PendingMessage[],
  left: PendingMessage,
  stored: Pick<Message, '_id' | 'status'> | null,
): PendingMessage | undefined {
  const next = pending.find((other) => isLaterPart(other, left));
  const outcome = stored ? outcomeOf(stored.status) : 'failed';
  return next && { ...next, behind: outcome && { id: stored?._id ?? null, outcome } };
}

/** The part that waits for this stored message, after the message got a new status. */
export function partBehind(
  pending: readonly PendingMessage[],
  { _id, status }: Pick<Message, '_id' | 'status'>,
): PendingMessage | undefined {
  const part = pending.find(({ behind }) => behind?.id === _id);
  const outcome = outcomeOf(status);
  return part && { ...part, behind: outcome && { id: _id, outcome } };
}

/** In the order in which they were written. */
export const byWriting = (a: PendingMessage, b: PendingMessage): number =>
  a.created_at.localeCompare(b.created_at) || (a.answer?.part ?? 0) - (b.answer?.part ?? 0);
