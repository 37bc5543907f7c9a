import type { SuggestionView } from './suggestions/suggestion.view.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** The draft for the composer; null if it is not open any more. */
    'assistant:suggestion': { seq: number; conversationId: string; suggestion: SuggestionView | null };
  }
}
