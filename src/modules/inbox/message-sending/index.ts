export { type BotMessage, BotMessageGuard } from './bot-message-guard.js';
export { assertChoicesFit, fitChoices, numberedText, shownText } from './choices.js';
export { CustomerTyping } from './customer-typing.service.js';
export { parseCorrelation } from './correlation.js';
export { assertFilesFit } from './file-limits.js';
export { InboundBacklogs } from './inbound-backlogs.js';
export { MessageDelivery } from './message-delivery.js';
export { lastPieceIndexOf, mediaType, type MessagePiece, piecesOf, withExternalId } from './message-pieces.js';
export type {
  ErrorClass,
  MessageSender,
  NoticeTarget,
  SendCommand,
  SendFailure,
  SendPart,
  SendResult,
  SendUsage,
} from './message-sender.js';
export { MessageSenders } from './message-senders.js';
export { MessageSendingModule } from './message-sending.module.js';
export { OutboxSettlement } from './outbox-settlement.js';
export { freshOutbox, idsToKeep, mayBeOut, renewedOutbox, takenByPlatform } from './outbox-state.js';
export { OutboxRepository } from './outbox.repository.js';
export { OutboxService } from './outbox.service.js';
export { ReplyWindows } from './reply-windows.service.js';
export {
  CHANNEL_DISCONNECTED,
  isLimitCode,
  sendFailure,
  type SendFailureCode,
  WINDOW_CLOSED,
} from './send-failures.js';
export { assertTextFits } from './text-limits.js';
export { SEND_DEADLINE_MS, statusFailure, transportFailure } from './transport-failure.js';
