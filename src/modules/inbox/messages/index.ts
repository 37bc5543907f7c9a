export { InboundEvents } from './inbound/inbound-events.js';
export type {
  InboundAttachment,
  InboundChannel,
  InboundDeletion,
  InboundEdit,
  InboundEvent,
  InboundMessage,
  InboundOutcome,
  InboundReaction,
  InboundStatus,
} from './inbound/inbound-event.js';
export { compact, unsupported, withReadableContent } from './inbound/message-parts.js';
export { type AutomaticMessage, AutomaticMessagesService } from './automatic-messages.service.js';
export { type SystemLine, SystemLinesService } from './inbound/system-lines.service.js';
export { CreatedMessageDto, MessageButtonDto, MessageListDto } from './dto/message-response.dto.js';
export { type FileOutcome, MessageFiles } from './message-files.service.js';
export { FlowMessagesService, type FlowText } from './flow-messages.service.js';
export { AttachmentInputDto, MAX_CLIENT_ID_LENGTH } from './dto/message.dto.js';
export { MessagesModule } from './messages.module.js';
export { mountHotMessages } from './mount-hot-messages.js';
export { MessagesService, type PostedMessage } from './messages.service.js';
export { CustomerAnswers, type CustomerAnswerTaker } from './customer-answers.js';
export type {} from './customer-answers.events.js';
