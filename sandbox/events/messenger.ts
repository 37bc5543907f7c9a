/** Builders for `object=page`, Messenger. They return an event; the webhook sender delivers it. */
import { DEFAULT_PAGE_ID } from '../channels.ts';
import { messengerMid } from '../ids.ts';
import { compact, type JsonObject } from '../json.ts';
import { asStandby, attachmentList, fromBusiness, fromCustomer, type MessagingDraft } from './messaging.ts';
import type { AttachmentInput, MessagingMessageOptions, MessagingOptions, WebhookEvent } from './types.ts';

type Act = Omit<MessagingDraft, 'object' | 'channelId' | 'customerId' | 'at'>;

function act(options: MessagingOptions, rest: Act): WebhookEvent {
  return fromCustomer({ ...draft(options), ...rest });
}

function draft(options: MessagingOptions): Pick<MessagingDraft, 'object' | 'channelId' | 'customerId' | 'at'> {
  const { channelId = DEFAULT_PAGE_ID, customerId, at } = options;
  return { object: 'page', channelId, customerId, at };
}

function message(options: MessagingMessageOptions, content: JsonObject): WebhookEvent {
  const mid = options.mid ?? messengerMid();
  const body = { message: compact({ mid, ...content }) };
  return act(options, { field: 'messages', id: mid, creates: mid, opensWindow: true, body });
}

export function messengerText(
  options: MessagingMessageOptions & { text: string; replyTo?: string; referral?: JsonObject },
): WebhookEvent {
  const { text, replyTo, referral } = options;
  return message(options, { text, reply_to: replyTo === undefined ? undefined : { mid: replyTo }, referral });
}

export function messengerQuickReply(
  options: MessagingMessageOptions & { title: string; payload: string },
): WebhookEvent {
  return message(options, { text: options.title, quick_reply: { payload: options.payload } });
}

/** Files, stickers, shares: `{type: 'image' | 'video' | 'audio' | 'file' | 'fallback' | 'reel' | …, url}`. */
export function messengerAttachments(
  options: MessagingMessageOptions & { attachments: AttachmentInput[]; text?: string },
): WebhookEvent {
  return message(options, { text: options.text, attachments: attachmentList(options.attachments) });
}

const THUMBS_UP_STICKER_ID = 369239263222822;

/** Arrives as an image with a `sticker_id`. */
export function messengerSticker(options: MessagingMessageOptions & { url: string }): WebhookEvent {
  const sticker = { type: 'image', url: options.url, payload: { sticker_id: THUMBS_UP_STICKER_ID } };
  return messengerAttachments({ ...options, attachments: [sticker] });
}

/** Meta's key for the longitude is `long`. */
export function messengerLocation(options: MessagingMessageOptions & { lat: number; long: number }): WebhookEvent {
  const payload = { coordinates: { lat: options.lat, long: options.long } };
  return messengerAttachments({ ...options, attachments: [{ type: 'location', payload }] });
}

export function messengerUnsupported(options: MessagingMessageOptions): WebhookEvent {
  return message(options, { is_unsupported: true });
}

/** The receiver must delete the content. */
export function messengerDeleted(options: MessagingOptions & { mid: string }): WebhookEvent {
  const body = { message: { mid: options.mid, is_deleted: true } };
  return act(options, { field: 'messages', id: `${options.mid}:deleted`, body });
}

export function messengerEdited(
  options: MessagingOptions & { mid: string; text: string; numEdit?: number },
): WebhookEvent {
  const { mid, text, numEdit = 1 } = options;
  const body = { message_edit: { mid, text, num_edit: numEdit } };
  return act(options, { field: 'message_edits', id: `${mid}:edit:${numEdit}`, body });
}

/** Without `appId` it came from the phone app of the inbox. */
export function messengerEcho(
  options: MessagingMessageOptions & {
    text?: string;
    attachments?: AttachmentInput[];
    appId?: string;
    metadata?: string;
  },
): WebhookEvent {
  const mid = options.mid ?? messengerMid();
  const body = {
    message: compact({
      mid,
      is_echo: true,
      // A JSON number, as Meta sends it.
      app_id: options.appId === undefined ? undefined : Number(options.appId),
      metadata: options.metadata,
      text: options.text,
      attachments: options.attachments === undefined ? undefined : attachmentList(options.attachments),
    }),
  };
  return fromBusiness({ ...draft(options), field: 'message_echoes', id: `${mid}:echo`, creates: mid, body });
}

/** Older versions carry no `mid`: pass null. */
export function messengerPostback(
  options: MessagingOptions & { title: string; payload: string; mid?: string | null; referral?: JsonObject },
): WebhookEvent {
  const { title, payload, referral } = options;
  const mid = options.mid === null ? undefined : (options.mid ?? messengerMid());
  const at = options.at ?? Date.now();
  return act(
    { ...options, at },
    {
      field: 'messaging_postbacks',
      id: mid ?? `${options.customerId}:${at}:${payload}`,
      opensWindow: true,
      body: { postback: compact({ mid, title, payload, referral }) },
    },
  );
}

export function messengerReferral(
  options: MessagingOptions & { ref?: string; source?: string; adId?: string; adsContext?: JsonObject },
): WebhookEvent {
  const { ref, source = 'SHORTLINK', adId, adsContext } = options;
  const at = options.at ?? Date.now();
  const referral = compact({ ref, source, type: 'OPEN_THREAD', ad_id: adId, ads_context_data: adsContext });
  const id = `${options.customerId}:${at}:referral`;
  return act({ ...options, at }, { field: 'messaging_referrals', id, opensWindow: true, body: { referral } });
}

/** A reaction or its removal; it has no id. */
export function messengerReaction(
  options: MessagingOptions & { mid: string; action?: 'react' | 'unreact'; reaction?: string; emoji?: string },
): WebhookEvent {
  const { mid, action = 'react', reaction = 'love', emoji = '\u2764\ufe0f' } = options;
  const at = options.at ?? Date.now();
  const shown = action === 'react' ? { reaction, emoji } : {};
  const id = `${mid}:${options.customerId}:${action}:${at}`;
  return act({ ...options, at }, { field: 'message_reactions', id, body: { reaction: { mid, action, ...shown } } });
}

/** Everything up to `watermark` is on the customer's device; `mids` may be missing. */
export function messengerDelivery(options: MessagingOptions & { watermark: number; mids?: string[] }): WebhookEvent {
  const { watermark, mids } = options;
  const id = `${options.customerId}:delivery:${watermark}`;
  return act(options, { field: 'message_deliveries', id, body: { delivery: compact({ mids, watermark }) } });
}

/** Everything up to `watermark` was seen; Messenger names no message. */
export function messengerRead(options: MessagingOptions & { watermark: number }): WebhookEvent {
  const { watermark } = options;
  const id = `${options.customerId}:read:${watermark}`;
  return act(options, { field: 'message_reads', id, body: { read: { watermark } } });
}

export const messengerStandby = asStandby;

/** For example optin, thread control, app_roles, policy_enforcement, account_linking. */
export function messengerOther(options: MessagingOptions & { field: string; body: JsonObject }): WebhookEvent {
  const at = options.at ?? Date.now();
  const id = `${options.customerId}:${options.field}:${at}`;
  return act({ ...options, at }, { field: options.field, id, body: options.body });
}
