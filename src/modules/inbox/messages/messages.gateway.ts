import { MessageBody } from '@nestjs/websockets';
import type { Principal } from '../../../core/auth-guards/index.js';
import { Id, WholeNumber } from '../../../core/http/index.js';
import { ClientEvent, RealtimeGateway, SocketCompany, SocketUser } from '../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { MessageReadingService } from './message-reading.service.js';

export class MessageReadDto {
  @Id()
  conversationId!: string;

  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  upToSeq!: number;
}

/** Over the socket, so that scrolling costs no HTTP requests. */
@RealtimeGateway()
export class MessagesGateway {
  constructor(private readonly reading: MessageReadingService) {}

  @ClientEvent('message:read', 'conversations:read')
  async read(
    @SocketCompany() scope: CompanyScope,
    @SocketUser() reader: Principal,
    @MessageBody() { conversationId, upToSeq }: MessageReadDto,
  ): Promise<{ ok: true; updated: number; upToSeq: number }> {
    const id = toObjectId(conversationId);
    const { updated, up_to_seq } = await this.reading.markConversationRead(scope, reader, id, upToSeq);
    return { ok: true, updated, upToSeq: up_to_seq };
  }
}
