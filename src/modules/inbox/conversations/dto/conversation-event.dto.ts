import { Id } from '../../../../core/http/index.js';

export class ConversationEventDto {
  @Id()
  conversationId!: string;
}
