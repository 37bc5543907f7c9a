import type { Platform } from '../../customers/contacts/index.js';
import type { MessageView } from './message.view.js';
import type { MessageError } from './schemas/message.schema.js';
import type { MessageStatus } from './schemas/message-types.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'message:new': { seq: number; conversationId: string; message: MessageView };
    /** Content, reactions or attachments of a message changed. */
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
    /** A customer's or the business's message is stored and published; its files may still be on their way. */
    'message.stored': {
      companyId: string;
      conversationId: string;
      messageId: string;
      platform: Platform;
      hasPendingFiles: boolean;
      /** Nothing came from the customer before. */
      isFirstOfCustomer: boolean;
    };
    /** Somebody of the staff was the first to read a customer's messages up to here. */
    'messages.read': { companyId: string; conversationId: string; platform: Platform; upToSeq: number };
  }
}
