import { Types } from 'mongoose';
import type { Conversation } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { newDialogue } from '../../assistant-core/index.js';
import { NO_ALIASES } from '../../assistant-facts/index.js';
import type { Place } from '../../flow-runs/index.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { AssistantTurn, TurnMode } from '../schemas/assistant-turn.schema.js';

interface TurnStart {
  readonly mode: TurnMode;
  /** At least one, oldest first. */
  readonly messages: readonly Message[];
  /** The newest customer message that was read, also one that a flow has taken. */
  readonly heard_seq: number;
  readonly prompt_number: number | null;
}

/** The thread of a conversation in which the assistant has done nothing yet. */
export function newThread(conversation: Conversation): Omit<AssistantThread, 'company_id'> {
  const now = new Date();
  return {
    _id: conversation._id,
    contact_id: conversation.contact_id,
    created_at: now,
    updated_at: now,
    dialogue: newDialogue(),
    aliases: NO_ALIASES,
    offers: [],
    pending: [],
    handled_seq: 0,
    episode: conversation.episode,
    owner_epoch: conversation.owner.epoch,
    episode_since_seq: 0,
    restarts: 0,
    fence: 0,
    summary: null,
    merge_marks: [],
  };
}

/**
 * The thread with a new dialogue, if the conversation was resolved since the last turn. Where the assistant itself answers, also if a
 * person had the conversation: nobody knows whether the old questions still count.
 */
export function inEpisode(
  thread: AssistantThread,
  { episode, owner }: Conversation,
  mode: TurnMode,
  [first]: readonly Message[],
): AssistantThread {
  const isHandedBack = mode === 'auto' && owner.epoch !== thread.owner_epoch;
  if (episode === thread.episode && !isHandedBack) return thread;
  return {
    ...thread,
    dialogue: newDialogue(),
    episode,
    owner_epoch: owner.epoch,
    episode_since_seq: first?.seq ?? 0,
  };
}

export function newTurn(
  { scope, lease, conversation }: Place,
  thread: AssistantThread,
  start: TurnStart,
): AssistantTurn {
  const now = new Date();
  const { mode, messages, heard_seq, prompt_number } = start;
  return {
    _id: new Types.ObjectId(),
    company_id: scope.companyId,
    conversation_id: conversation._id,
    contact_id: conversation.contact_id,
    channel_id: conversation.channel_id,
    created_at: now,
    updated_at: now,
    mode,
    state: 'thinking',
    messages: messages.map(({ seq, _id, content }) => ({ seq, message_id: _id, text: content })),
    heard_seq,
    seen_seq: Math.max(conversation.last_seq, messages.at(-1)?.seq ?? 0),
    owner_epoch: conversation.owner.epoch,
    attempts: 0,
    brain: 'rules',
    prompt_number,
    facts: null,
    // Staff send a suggestion in their own name.
    before: mode === 'auto' ? thread.dialogue : { ...thread.dialogue, is_introduced: true },
    model: null,
    outcomes: [],
    calling: null,
    has_written: false,
    changes: [],
    aliases: thread.aliases,
    offers: thread.offers,
    draft: null,
    dialogue: null,
    trace: null,
    tokens: { input: 0, output: 0 },
    cents: 0,
    notice: null,
    reason: null,
    message_ids: [],
    suggestion: null,
    staff_reply: null,
    error_code: null,
    fence: lease.fence,
    ended_at: null,
    merge_marks: [],
  };
}
