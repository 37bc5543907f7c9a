import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { lockOf } from '../engine/conversation-lock.js';
import { OldDrafts } from './old-drafts.service.js';
import { SuggestionMaker } from './suggestion-maker.service.js';

/** The drafts of the assistant for staff. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly settings: AssistantSettings,
    private readonly locks: KeyedLocks,
    private readonly turns: AssistantTurnsRepository,
    private readonly drafts: OldDrafts,
    private readonly maker: SuggestionMaker,
  ) {}

  /** The open draft of the conversation; null if there is none. @throws AppError NOT_FOUND */
  async current(scope: CompanyScope, conversationId: Types.ObjectId): Promise<AssistantTurn | null> {
    await this.conversations.getById(scope, conversationId);
    return this.drafts.settle(scope, conversationId);
  }

  /** Makes a draft now. @throws AppError NOT_FOUND | ASSISTANT_OFF | LANE_BUSY */
  async make(scope: CompanyScope, conversationId: Types.ObjectId): Promise<AssistantTurn | null> {
    const { channel_id } = await this.conversations.getById(scope, conversationId);
    if (modeOf(await this.settings.of(scope), channel_id) === 'off')
      throw AppError.conflict('ASSISTANT_OFF', 'The assistant is off for this channel; turn it on in its settings');
    return this.locks.withLock(lockOf(conversationId), async (lease) => {
      const conversation = await this.conversations.getById(scope, conversationId);
      return this.maker.make({ scope, lease, conversation });
    });
  }
}
