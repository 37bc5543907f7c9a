import type { ConversationView } from './conversation.view.js';
import type { DraftMode } from './drafts/draft.schema.js';
import type { Viewer } from './viewers/viewers.service.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'conversation:updated': { seq: number; conversation: ConversationView };
    'message:read': { seq: number; conversationId: string; upToSeq: number; userId: string };
    'bulk:progress': { jobId: string; done: number; total: number };
    'draft:updated': { conversationId: string; mode: DraftMode; version: number };
    'presence:update': { conversationId: string; viewers: Viewer[] };
    'typing:indicator': { conversationId: string; userId: string; typing: boolean };
  }
}

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    'conversation.opened': { companyId: string; conversationId: string; contactId: string };
    /** A user, or a bot (`actorId` is null), assigned the conversation to a colleague. */
    'conversation.assigned': {
      companyId: string;
      conversationId: string;
      assigneeId: string;
      actorId: string | null;
      version: number;
    };
    /** A person acted on the conversation: bots and flows must yield. */
    'conversation.taken_by_human': { companyId: string; conversationId: string; epoch: number };
    /** A person changed the conversation, and it is resolved. */
    'conversation.resolved': { companyId: string; conversationId: string };
  }
}
