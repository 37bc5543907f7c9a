export { type BacklogAccount, InboundBacklogs } from '../message-sending/inbound-backlogs.js';
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
export type {} from '../message-log/message-log.events.js';
export { idsOfPieces } from '../message-log/migrations/ids-of-pieces.js';
export { MessagesModule } from './messages.module.js';
export { mountHotMessages } from './mount-hot-messages.js';
export { MessagesService, type PostedMessage } from './messages.service.js';
export { mediaType, piecesOf } from '../message-sending/message-pieces.js';
export type {
  MessageSender,
  ReadNotice,
  SendCommand,
  SendFailure,
  SendPart,
  SendResult,
} from '../message-sending/message-sender.js';
export { MessageSenders } from '../message-sending/message-senders.js';
export { CHANNEL_DISCONNECTED, WINDOW_CLOSED } from '../message-sending/send-failures.js';
export { SEND_DEADLINE_MS, statusFailure, transportFailure } from '../message-sending/transport-failure.js';
export { UnusedFiles, UPLOAD_GRACE_MS } from '../message-log/unused-files.js';
export type { Attachment, Message, MessageContext } from '../message-log/schemas/message.schema.js';
export { type AttachmentType, MAX_ATTACHMENTS, MAX_CONTENT_LENGTH } from '../message-log/schemas/message-types.js';
