import { MessageBody } from '@nestjs/websockets';
import { IsMongoId } from 'class-validator';
import type { Principal } from '../../../core/auth-guards/index.js';
import {
  type AuthenticatedSocket,
  ClientEvent,
  ConnectedSocket,
  conversationRoom,
  RealtimeGateway,
  SocketCompany,
  SocketUser,
} from '../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationsService } from './conversations.service.js';
import { TypingService } from './typing.service.js';

export class ConversationEventDto {
  @IsMongoId()
  conversationId!: string;
}

interface Ack {
  ok: true;
}

const OK: Ack = { ok: true };

/** Being in a conversation: who is in its room sees its typing indicators. */
@RealtimeGateway()
export class ConversationsGateway {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly typing: TypingService,
  ) {}

  /** @throws AppError NOT_FOUND for a conversation of another company */
  @ClientEvent('conversation:join', 'conversations:read')
  async join(
    @SocketCompany() scope: CompanyScope,
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    const id = toObjectId(conversationId);
    await this.conversations.find(scope, id);
    await socket.join(conversationRoom(id.toHexString()));
    return OK;
  }

  @ClientEvent('conversation:leave', 'conversations:read')
  async leave(
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    await socket.leave(conversationRoom(toObjectId(conversationId).toHexString()));
    return OK;
  }

  @ClientEvent('typing:start', 'conversations:write')
  start(
    @SocketCompany() scope: CompanyScope,
    @SocketUser() actor: Principal,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    return this.show(scope, actor, conversationId, true);
  }

  @ClientEvent('typing:stop', 'conversations:write')
  stop(
    @SocketCompany() scope: CompanyScope,
    @SocketUser() actor: Principal,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    return this.show(scope, actor, conversationId, false);
  }

  private async show(scope: CompanyScope, actor: Principal, conversationId: string, typing: boolean): Promise<Ack> {
    await this.typing.show(scope, actor, toObjectId(conversationId), typing);
    return OK;
  }
}
