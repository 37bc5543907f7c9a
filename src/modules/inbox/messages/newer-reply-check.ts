import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { CreateMessageDto } from './dto/message.dto.js';
import { EarlyEchoesService } from './inbound/early-echoes.service.js';
import { type AppendGuard, type MessageDraft, MessagesRepository } from '../message-log/index.js';

/** Checks a posted message when everything before it is stored. */
@Injectable()
export class NewerReplyCheck {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly earlyEchoes: EarlyEchoesService,
  ) {}

  /**
   * Refuses a reply if the sender has not seen a newer one, and lets an assistant's message replace its echo.
   * @returns a guard that throws AppError NEWER_REPLY
   */
  forMessage(scope: CompanyScope, actor: Principal, draft: MessageDraft, input: CreateMessageDto): AppendGuard {
    const { last_seen_seq: seen, force, direction, role } = input;
    return async () => {
      if (seen !== undefined && !force && direction === 'outbound') {
        const newer = await this.messages.newerReply(scope, draft.conversation_id, seen, actor.userId);
        if (newer) {
          const details = { seq: newer.seq, author: newer.author, sent_at: newer.sent_at };
          throw AppError.conflict(
            'NEWER_REPLY',
            'A colleague has answered meanwhile. Read the reply, or send with force',
            details,
          );
        }
      }
      return role === 'assistant' ? this.earlyEchoes.claim(scope, draft) : null;
    };
  }
}
