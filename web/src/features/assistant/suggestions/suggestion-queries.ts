import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { Suggestion } from '../assistant-types.ts';
import { verdictOf } from './suggestion-text.ts';

const keys = {
  all: ['suggestion'] as const,
  one: (conversationId: string) => ['suggestion', conversationId] as const,
};

/** Somebody has decided before, or the suggestion is gone: there is nothing left to say. */
const SETTLED = ['SUGGESTION_DECIDED', 'NO_SUGGESTION', 'NOT_FOUND'];

/** The open suggestion of a conversation; null without one. */
export const suggestionQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.one(conversationId),
    queryFn: async (): Promise<Suggestion | null> => {
      await liveReady();
      const options = { params: { path: { id: conversationId } } };
      return (await call(api.GET('/api/v1/conversations/{id}/suggestion', options))).suggestion;
    },
  });

/** The key of the request for a suggestion, so that other parts can see that one is being made. */
export const makingKey = (conversationId: string) => ['suggestion', conversationId, 'make'] as const;

/** Asks for a suggestion now. @returns null where nothing needs an answer */
export async function makeSuggestion(conversationId: string): Promise<Suggestion | null> {
  const options = { params: { path: { id: conversationId } } };
  const { suggestion } = await call(api.POST('/api/v1/conversations/{id}/suggestion', options));
  show(conversationId, suggestion);
  return suggestion;
}

/** Hides the suggestion, and tells the server that staff do not want it. */
export async function rejectSuggestion({ conversation_id, turn_id }: Suggestion): Promise<void> {
  await sendVerdict(turn_id, { outcome: 'rejected' });
  show(conversation_id, null);
}

/** Tells the server what was sent in place of a suggestion, after the message is on its way. */
export async function tellSent(
  conversationId: string,
  { turn_id, text }: { turn_id: string; text: string },
  sent: string,
): Promise<void> {
  show(conversationId, null);
  await sendVerdict(turn_id, verdictOf(text, sent));
}

async function sendVerdict(id: string, body: Schemas['VerdictDto']): Promise<void> {
  try {
    await call(api.POST('/api/v1/assistant/turns/{id}/verdict', { params: { path: { id } }, body }));
  } catch (error) {
    if (!(error instanceof ApiError) || !SETTLED.includes(error.code)) throw error;
  }
}

function show(conversationId: string, suggestion: Suggestion | null): void {
  queryClient.setQueryData(keys.one(conversationId), suggestion);
}

// A module runs once, however many conversations are opened.
onEvent('assistant:suggestion', ({ conversationId, suggestion }) => show(conversationId, suggestion));
onMissedEvents(() => void queryClient.invalidateQueries({ queryKey: keys.all }));
