export { type BacklogAccount, InboundBacklogs } from './inbound/inbound-backlogs.js';
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
export { type FileOutcome, MessageFiles } from './message-files.service.js';
export type {} from './messages.events.js';
export { idsOfPieces } from './migrations/ids-of-pieces.js';
export { MessagesModule } from './messages.module.js';
export { mountHotMessages } from './mount-hot-messages.js';
export { MessagesService, type PostedMessage } from './messages.service.js';
export { mediaType, piecesOf } from './sending/message-pieces.js';
export type {
  MessageSender,
  ReadNotice,
  SendCommand,
  SendFailure,
  SendPart,
  SendResult,
} from './sending/message-sender.js';
export { MessageSenders } from './sending/message-senders.js';
export { CHANNEL_DISCONNECTED, WINDOW_CLOSED } from './sending/send-failures.js';
export { SEND_DEADLINE_MS, statusFailure, transportFailure } from './sending/transport-failure.js';
export { UnusedFiles, UPLOAD_GRACE_MS } from './unused-files.js';
export type { Attachment, Message, MessageContext } from './schemas/message.schema.js';
export { type AttachmentType, MAX_ATTACHMENTS, MAX_CONTENT_LENGTH } from './schemas/message-types.js';
