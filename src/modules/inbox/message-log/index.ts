export { AttachmentUrls } from './attachment-urls.js';
export { ContentAnnouncer } from './content-announcer.js';
export { DuplicateMessage } from './duplicate-message.js';
export { type AppendGuard, type MessageDraft, MessageLog } from './message-log.js';
export { MessagePublisher } from './message-publisher.js';
export { MessageSummaryService } from './message-summary.service.js';
export type {} from './message-log.events.js';
export { MessageLogModule } from './message-log.module.js';
export { type MessageView, toMessageView } from './message.view.js';
export { MessagesRepository } from './messages.repository.js';
export { type MessageTraffic, MessageTrafficRepository } from './message-traffic.repository.js';
export { MessageTextRepository } from './message-text.repository.js';
export { idsOfPieces } from './migrations/ids-of-pieces.js';
export { quotesOfMessages } from './migrations/quotes-of-messages.js';
export type { ListRow, MessageChoices } from './schemas/message-choices.js';
export type { MessageContext, Referral } from './schemas/message-context.js';
export type { Outbox, SendAttempt } from './schemas/message-outbox.js';
export type { MessageTemplate, TemplateParameter } from './schemas/message-template.js';
export {
  ATTACHMENT_TYPES,
  type AttachmentType,
  type Direction,
  DIRECTIONS,
  MAX_ATTACHMENTS,
  MAX_CONTENT_LENGTH,
  MESSAGE_ROLES,
  MESSAGE_STATUSES,
  type MessageRole,
  type MessageStatus,
  OUTGOING_ATTACHMENT_TYPES,
} from './schemas/message-types.js';
export {
  type Attachment,
  type BotMark,
  ATTACHMENT_STATES,
  isPerson,
  Message,
  type MessageAuthor,
  type MessageError,
  type MediaDetails,
  MessageSchema,
  type QuotedMessage,
} from './schemas/message.schema.js';
export { PLAYABLE_MIME, playableKeyOf } from './playable-key.js';
export { quoteOf } from './quote-of.js';
export { StatusAnnouncer } from './status-announcer.js';
export { hasChange, withChange, withChangeTo } from './status-changes.js';
export { UnusedFiles } from './unused-files.js';
export { type HistorySide, MessageHistoryRepository } from './message-history.repository.js';
