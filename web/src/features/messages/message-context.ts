import type { Message } from './thread-merge.ts';

/** The quoted message, story or advertisement of a message, as the API stores it in `context`. */
export interface MessageContext {
  reply_to_external_id?: string;
  /** The button that the customer pressed. */
  button?: { payload: string; title?: string };
  story?: { url?: string; kind: 'reply' | 'mention' };
  referral?: { source?: string; ref?: string; ad_id?: string; headline?: string; url?: string };
  forwarded?: 'once' | 'often';
  id_change?: { old_id: string; new_id: string; is_taken: boolean };
}

/** Reads the context; the API types it as any object. */
export const contextOf = ({ context }: Message): MessageContext => context ?? {};
