import { MessageBody } from '@nestjs/websockets';
import {
  type AuthenticatedSocket,
  ClientEvent,
  ConnectedSocket,
  conversationRoom,
  RealtimeGateway,
  SocketCompany,
} from '../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationEventDto } from './dto/conversation-event.dto.js';
import { TypingService } from './typing.service.js';
import { ViewersService } from './viewers/viewers.service.js';

interface Ack {
  ok: true;
}

const OK: Ack = { ok: true };

/** Sockets in the room of a conversation see its typing indicators. */
@RealtimeGateway()
export class ConversationsGateway {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly typing: TypingService,
    private readonly viewers: ViewersService,
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
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    return this.show(socket, conversationId, true);
  }

  @ClientEvent('typing:stop', 'conversations:write')
  stop(
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { conversationId }: ConversationEventDto,
  ): Promise<Ack> {
    return this.show(socket, conversationId, false);
  }

  private async show(socket: AuthenticatedSocket, conversationId: string, typing: boolean): Promise<Ack> {
    const { principal } = socket.data;
    const id = toObjectId(conversationId);
    await this.typing.show(CompanyScope.of(principal.companyId), principal, id, typing);
    await this.viewers.setTyping(socket, id.toHexString(), typing);
    return OK;
  }
}
