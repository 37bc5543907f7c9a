import { IsMongoId } from 'class-validator';

export class ConversationEventDto {
  @IsMongoId()
  conversationId!: string;
}
