import type { JsonObject } from '../json.ts';

export type WebhookObject = 'page' | 'instagram' | 'whatsapp_business_account';

export interface EventCustomer {
  channelId: string;
  customerId: string;
  /** Messages and postbacks open the 24 hour window; reactions and receipts do not. */
  opensWindow: boolean;
  /** Another id of the same person: WhatsApp's business-scoped user id. */
  alias?: string;
}

export interface WebhookEvent {
  object: WebhookObject;
  /** Page id, Instagram account id or WhatsApp business account id. */
  entryId: string;
  slot: 'messaging' | 'standby' | 'changes';
  item: JsonObject;
  /** The key by which a correct receiver finds duplicates (mid, wamid, or a compound key). */
  id: string;
  /** The webhook field of the subscription. */
  field: string;
  /** Milliseconds. */
  at: number;
  customer?: EventCustomer;
  /** The id of a new message or comment. */
  creates?: string;
}

export interface MessagingOptions {
  /** Page id or Instagram account id; by default that of the default channel. */
  channelId?: string;
  /** PSID or IGSID. */
  customerId: string;
  /** Milliseconds; by default now. */
  at?: number;
}

export interface MessagingMessageOptions extends MessagingOptions {
  mid?: string;
}

export interface AttachmentInput {
  type: string;
  url?: string;
  /** Further payload members such as `sticker_id` or `title`. */
  payload?: JsonObject;
}
