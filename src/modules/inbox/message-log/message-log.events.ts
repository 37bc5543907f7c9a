import type { Platform } from '../../customers/contacts/index.js';
import type { MessageView } from './message.view.js';
import type { Message, MessageError } from './schemas/message.schema.js';
import type { Direction, MessageStatus } from './schemas/message-types.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'message:new': { seq: number; conversationId: string; message: MessageView };
    'message:updated': { seq: number; conversationId: string; message: MessageView };
    'message:status': {
      seq: number;
      messageId: string;
      conversationId: string;
      status: MessageStatus;
      error?: MessageError;
    };
  }
}

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Emitted after `message:new`, and again after a crash. The files may still be fetched. */
    'message.published': {
      companyId: string;
      conversationId: string;
      messageId: string;
      platform: Platform;
      hasPendingFiles: boolean;
      direction: Direction;
      visibility: Message['visibility'];
      author: Message['author']['kind'];
    };
    /** Sent only by the first reader. */
    'messages.read': { companyId: string; conversationId: string; platform: Platform; upToSeq: number };
  }
}
