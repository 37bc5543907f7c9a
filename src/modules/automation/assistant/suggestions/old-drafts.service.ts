import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn, TurnSuggestion } from '../schemas/assistant-turn.schema.js';
import { SuggestionsGateway } from './suggestions.gateway.js';

const OUTDATED: TurnSuggestion = { outcome: 'outdated', sent_text: null, user_id: null };
const MESSAGES_AFTER = 50;

/** Compares the last draft of a conversation with what was written after it. */
@Injectable()
export class OldDrafts {
  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly history: MessageHistoryRepository,
    private readonly gateway: SuggestionsGateway,
  ) {}

  /**
   * A newer message of the customer or an answer makes an open draft outdated; a draft that is only compared gets the answer of staff.
   * May be repeated.
   * @returns the draft that is still open
   */
  async settle(scope: CompanyScope, conversationId: Types.ObjectId): Promise<AssistantTurn | null> {
    const last = await this.turns.lastDraft(scope, conversationId);
    if (!last || (last.suggestion?.outcome !== 'open' && !isUncompared(last))) return null;
    const { messages } = await this.history.after(scope, conversationId, last.seen_seq, MESSAGES_AFTER);
    const public_ = messages.filter(({ visibility }) => visibility === 'public');
    const answer = public_.find(({ author, direction }) => direction === 'outbound' && author.kind !== 'system');
    if (isUncompared(last)) {
      if (answer && answer.author.kind !== 'bot') await this.turns.noteStaffReply(scope, last._id, answer.content);
      return null;
    }
    const newest = last.messages.at(-1)?.seq ?? 0;
    const isNewer = public_.some(({ direction, seq }) => direction === 'inbound' && seq > newest);
    if (!answer && !isNewer) return last;
    await this.turns.settleSuggestion(scope, last._id, ['open'], OUTDATED);
    await this.gateway.hide(scope, conversationId);
    return null;
  }
}

function isUncompared({ state, staff_reply }: AssistantTurn): boolean {
  return state === 'compared' && staff_reply === null;
}
