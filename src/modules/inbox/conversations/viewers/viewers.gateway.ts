import { MessageBody } from '@nestjs/websockets';
import { Flag } from '../../../../core/http/index.js';
import {
  type AuthenticatedSocket,
  ClientEvent,
  ConnectedSocket,
  RealtimeGateway,
} from '../../../../core/realtime/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { ConversationEventDto } from '../dto/conversation-event.dto.js';
import { ViewersService } from './viewers.service.js';

export class ViewingDto extends ConversationEventDto {
  @Flag()
  visible!: boolean;
}

@RealtimeGateway()
export class ViewersGateway {
  constructor(private readonly viewers: ViewersService) {}

  /** Sent again within 30 s while the conversation is on the screen. @throws AppError NOT_FOUND */
  @ClientEvent('conversation:viewing', 'conversations:read')
  async view(
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { conversationId, visible }: ViewingDto,
  ): Promise<{ ok: true }> {
    const id = toObjectId(conversationId);
    await (visible ? this.viewers.show(socket, id) : this.viewers.hide(socket, id.toHexString()));
    return { ok: true };
  }
}
