import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { conversationRoom, RealtimeService, userRoom } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsService } from './conversations.service.js';

/** Typing indicators are never stored. */
@Injectable()
export class TypingService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly realtime: RealtimeService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async show(scope: CompanyScope, actor: Principal, conversationId: Types.ObjectId, typing: boolean): Promise<void> {
    await this.conversations.find(scope, conversationId);
    const id = conversationId.toHexString();
    const payload = { conversationId: id, userId: actor.userId, typing };
    this.realtime.whisper(conversationRoom(id), 'typing:indicator', payload, userRoom(actor.userId));
  }
}
