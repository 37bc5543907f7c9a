import type { Types } from 'mongoose';
import { RealtimeGateway, RealtimeService } from '../../../../core/realtime/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type {} from '../assistant.events.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { toSuggestion } from './suggestion.view.js';

/** Shows drafts of the assistant on the sockets. */
@RealtimeGateway('assistant:suggestion')
export class SuggestionsGateway {
  constructor(private readonly realtime: RealtimeService) {}

  async show(scope: CompanyScope, turn: AssistantTurn): Promise<void> {
    const conversationId = turn.conversation_id.toHexString();
    await this.realtime.publish(scope, 'assistant:suggestion', { conversationId, suggestion: toSuggestion(turn) });
  }

  /** The conversation has no open draft any more. */
  async hide(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const none = { conversationId: conversationId.toHexString(), suggestion: null };
    await this.realtime.publish(scope, 'assistant:suggestion', none);
  }
}
