import { api, call, type Schemas } from '#web/lib/api/client.ts';
import type { TryAnswer } from '../assistant-types.ts';

/** What the assistant would answer. Nothing is sent, booked or remembered. */
export const tryAssistant = (body: Schemas['TryDto']): Promise<TryAnswer> =>
  call(api.POST('/api/v1/assistant/try', { body }));
