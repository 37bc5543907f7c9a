import { Injectable, Logger } from '@nestjs/common';
import {
  isResolvedSince,
  isTakenSince,
  type Conversation,
  ConversationsRepository,
} from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository, MessagesRepository } from '../../../inbox/message-log/index.js';
import { escapeOf, isEmergency } from '../../flow-core/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { OptOuts, type Place } from '../../flow-runs/index.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

const POLL_MS = 300;
/** After so many discarded drafts the next one is sent, or a customer who writes on and on would get no answer. */
const MAX_RESTARTS = 2;
const ALL_TIME = new Date(0);

/** `NEWER_MESSAGE`: the customer has written again. `STOPPED_BY_STAFF`: a person has answered or taken the conversation. */
export type Interruption = 'NEWER_MESSAGE' | 'STOPPED_BY_STAFF' | 'ASSISTANT_OFF' | 'CUSTOMER_OPTED_OUT';

export interface Watch {
  /** Aborted when the turn has become useless. */
  readonly signal: AbortSignal;
  reason: Interruption | undefined;
  stop(): void;
}

/** Checks during a turn whether its answer is still wanted. It reads the database, because any process may store a change. */
@Injectable()
export class TurnWatcher {
  private readonly logger = new Logger(TurnWatcher.name);

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly history: MessageHistoryRepository,
    private readonly messages: MessagesRepository,
    private readonly settings: AssistantSettings,
    private readonly optOuts: OptOuts,
  ) {}

  start(place: Place, turn: AssistantTurn, restarts: number): Watch {
    const abort = new AbortController();
    const watch = {
      signal: abort.signal,
      reason: undefined as Interruption | undefined,
      stop: () => undefined as void,
    };
    let isStopped = false;
    const look = async (): Promise<void> => {
      watch.reason ??= await this.interruptionOf(place, turn, restarts).catch((error: unknown) => {
        this.logger.warn('could not look at a conversation', error);
        return undefined;
      });
      if (watch.reason) abort.abort();
      else if (!isStopped) timer = setTimeout(() => void look(), POLL_MS);
    };
    let timer = setTimeout(() => void look(), POLL_MS);
    watch.stop = () => {
      isStopped = true;
      clearTimeout(timer);
    };
    return watch;
  }

  private async refusalOf({ scope }: Place, conversation: Conversation): Promise<Interruption | undefined> {
    const [settings, isOut] = await Promise.all([this.settings.of(scope), this.optOuts.isOut(scope, conversation)]);
    if (isOut) return 'CUSTOMER_OPTED_OUT';
    return modeOf(settings, conversation.channel_id) === 'auto' ? undefined : 'ASSISTANT_OFF';
  }

  /** Why the answer of the turn is not wanted any more. @param restarts 0: a newer message always counts */
  async interruptionOf(place: Place, turn: AssistantTurn, restarts: number): Promise<Interruption | undefined> {
    const { scope } = place;
    const { conversation_id, heard_seq, seen_seq, mode } = turn;
    const [conversation, reply, [newer]] = await Promise.all([
      this.conversations.read(scope, conversation_id),
      mode === 'shadow' ? null : this.messages.newerReply(scope, conversation_id, seen_seq),
      this.history.ofCustomerAfter(scope, conversation_id, heard_seq, ALL_TIME, 1),
    ]);
    if (!conversation || reply || isTaken(turn, conversation)) return 'STOPPED_BY_STAFF';
    const refusal = mode === 'auto' ? await this.refusalOf(place, conversation) : undefined;
    if (refusal) return refusal;
    if (!newer || turn.has_written) return undefined;
    const isUrgent = isEmergency(newer.content) || URGENT.includes(escapeOf(newer.content) ?? '');
    return isUrgent || restarts < MAX_RESTARTS ? 'NEWER_MESSAGE' : undefined;
  }
}

const URGENT: readonly string[] = ['opt_out', 'person'];

/** Suggestions are wanted also where a person has the conversation. */
function isTaken({ mode, owner_epoch }: AssistantTurn, conversation: Conversation): boolean {
  if (mode !== 'auto') return false;
  return isTakenSince(conversation, owner_epoch) || isResolvedSince(conversation, owner_epoch);
}
