import type { Conversation } from './schemas/conversation.schema.js';

/** Flows may speak again this long after a person took the conversation. */
export const STAFF_SILENCE_MS = 12 * 3_600_000;

type Owned = Pick<Conversation, 'automation' | 'owner'>;

/** Whether flows may not begin to speak: automation is off, or the owner is a person. */
export function isSilenced({ automation, owner }: Owned, now: Date): boolean {
  if (automation === 'off') return true;
  if (owner.kind !== 'human') return false;
  return !owner.since || now.getTime() - owner.since.getTime() < STAFF_SILENCE_MS;
}

/** Whether a person took the conversation after this epoch. A flow that began before must stop. */
export function isTakenSince({ automation, owner }: Owned, epoch: number): boolean {
  return automation === 'off' || (owner.kind === 'human' && owner.epoch > epoch);
}

/** Whether a person resolved the conversation after this epoch. Its topic is over, and a flow of that topic, too. */
export function isResolvedSince({ closed_epoch = 0 }: Pick<Conversation, 'closed_epoch'>, epoch: number): boolean {
  return closed_epoch > epoch;
}
