import type { JsonObject } from '../json.ts';

export type WebhookObject = 'page' | 'instagram' | 'whatsapp_business_account';

/** The customer an event comes from, as far as Meta's own bookkeeping cares. */
export interface EventCustomer {
  channelId: string;
  customerId: string;
  /** True where the act opens the 24 hour window: messages and postbacks do, reactions and receipts do not. */
  opensWindow: boolean;
  /** Another id of the same person: WhatsApp's business-scoped user id. */
  alias?: string;
}

/** One thing that happened, ready to be put into a delivery; see `buildPayloads`. */
export interface WebhookEvent {
  object: WebhookObject;
  /** Page id, Instagram account id or WhatsApp business account id. */
  entryId: string;
  slot: 'messaging' | 'standby' | 'changes';
  item: JsonObject;
  /** What a correct receiver dedups on (mid, wamid, or a compound key where Meta gives none). */
  id: string;
  /** The webhook field one has to be subscribed to. */
  field: string;
  /** When it happened, milliseconds. */
  at: number;
  customer?: EventCustomer;
  /** Set where the event creates a message or a comment others may refer to. */
  creates?: string;
}

/** What every builder of Messenger and Instagram takes. */
export interface MessagingOptions {
  /** Page id or Instagram account id; the default channel where left out. */
  channelId?: string;
  /** PSID or IGSID: an id that is scoped to the channel. */
  customerId: string;
  /** Event time in milliseconds; now where left out. */
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
