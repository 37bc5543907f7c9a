export { MessageTextSearch } from './conversation-search.js';
export { type ConversationView, summarizeContact, toConversationView } from './conversation.view.js';
export type {} from './conversations.events.js';
export { ConversationsModule } from './conversations.module.js';
export { ConversationsRepository } from './conversations.repository.js';
export { ConversationsService } from './conversations.service.js';
export { ContactSummaryDto, LastMessageDto } from './dto/conversation-response.dto.js';
export { MarkConversationReadDto } from './dto/conversation.dto.js';
export { type Conversation, type LastMessage } from './schemas/conversation.schema.js';
