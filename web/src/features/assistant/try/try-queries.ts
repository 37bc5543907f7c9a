import { call } from '#web/lib/api/client.ts';
import { type TryAnswer, type TryMessage, wire } from '../wire.ts';

export interface Trial {
  messages: TryMessage[];
  contact_id?: string;
  prompt_id?: string;
}

/** What the assistant would answer. Nothing is sent, booked or remembered. */
export const tryAssistant = (body: Trial): Promise<TryAnswer> =>
  call(wire<TryAnswer>('POST', '/assistant/try', { body }));
