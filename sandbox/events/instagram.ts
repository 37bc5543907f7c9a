/** Builders for `object=instagram`. They return an event; the webhook sender delivers it. */
import { DEFAULT_INSTAGRAM_ID } from '../channels.ts';
import { instagramMid, numericId } from '../ids.ts';
import { compact, type JsonObject } from '../json.ts';
import { asStandby, attachmentList, fromBusiness, fromCustomer, type MessagingDraft } from './messaging.ts';
import type { AttachmentInput, MessagingMessageOptions, MessagingOptions, WebhookEvent } from './types.ts';

type Act = Omit<MessagingDraft, 'object' | 'channelId' | 'customerId' | 'at'>;

function act(options: MessagingOptions, rest: Act): WebhookEvent {
  return fromCustomer({ ...draft(options), ...rest });
}

function draft(options: MessagingOptions): Pick<MessagingDraft, 'object' | 'channelId' | 'customerId' | 'at'> {
  const { channelId = DEFAULT_INSTAGRAM_ID, customerId, at } = options;
  return { object: 'instagram', channelId, customerId, at };
}

function message(options: MessagingMessageOptions, content: JsonObject): WebhookEvent {
  const mid = options.mid ?? instagramMid();
  const body = { message: compact({ mid, ...content }) };
  return act(options, { field: 'messages', id: mid, creates: mid, opensWindow: true, body });
}

export function instagramText(
  options: MessagingMessageOptions & { text: string; replyTo?: string; referral?: JsonObject },
): WebhookEvent {
  const { text, replyTo, referral } = options;
  return message(options, { text, reply_to: replyTo === undefined ? undefined : { mid: replyTo }, referral });
}

export function instagramQuickReply(
  options: MessagingMessageOptions & { title: string; payload: string },
): WebhookEvent {
  return message(options, { text: options.title, quick_reply: { payload: options.payload } });
}

/** The url ends with the story. */
export function instagramStoryReply(
  options: MessagingMessageOptions & { text: string; storyUrl: string; storyId?: string },
): WebhookEvent {
  const story = { url: options.storyUrl, id: options.storyId ?? numericId(17) };
  return message(options, { text: options.text, reply_to: { story } });
}

export function instagramStoryMention(options: MessagingMessageOptions & { url: string }): WebhookEvent {
  return message(options, { attachments: attachmentList([{ type: 'story_mention', url: options.url }]) });
}

/** Files and shares: `{type: 'image' | 'video' | 'audio' | 'share' | 'ig_reel' | 'ig_post' | …, url}`. */
export function instagramAttachments(
  options: MessagingMessageOptions & { attachments: AttachmentInput[] },
): WebhookEvent {
  return message(options, { attachments: attachmentList(options.attachments) });
}

/** The heart has no payload. */
export function instagramLikeHeart(options: MessagingMessageOptions): WebhookEvent {
  return message(options, { attachments: attachmentList([{ type: 'like_heart' }]) });
}

/** A kind of message that the API does not deliver; `asAttachment` is its other form. */
export function instagramUnsupported(options: MessagingMessageOptions & { asAttachment?: boolean }): WebhookEvent {
  return options.asAttachment === true
    ? message(options, { attachments: attachmentList([{ type: 'unsupported_type' }]) })
    : message(options, { is_unsupported: true });
}

/** The receiver must delete the content. */
export function instagramDeleted(options: MessagingOptions & { mid: string }): WebhookEvent {
  const body = { message: { mid: options.mid, is_deleted: true } };
  return act(options, { field: 'messages', id: `${options.mid}:deleted`, body });
}

/** Comes with field `messages`, mostly without an `app_id`, and never with metadata. */
export function instagramEcho(
  options: MessagingMessageOptions & { text?: string; attachments?: AttachmentInput[]; appId?: string },
): WebhookEvent {
  const mid = options.mid ?? instagramMid();
  const { text, attachments, appId } = options;
  const body = {
    message: compact({
      mid,
      text,
      is_echo: true,
      app_id: appId === undefined ? undefined : Number(appId),
      attachments: attachments === undefined ? undefined : attachmentList(attachments),
    }),
  };
  return fromBusiness({ ...draft(options), field: 'messages', id: `${mid}:echo`, creates: mid, body });
}

/** A reaction or its removal; it has no id. */
export function instagramReaction(
  options: MessagingOptions & { mid: string; action?: 'react' | 'unreact'; reaction?: string; emoji?: string },
): WebhookEvent {
  const { mid, action = 'react', reaction = 'love', emoji = '\u2764\ufe0f' } = options;
  const at = options.at ?? Date.now();
  const shown = action === 'react' ? { reaction, emoji } : {};
  const id = `${mid}:${options.customerId}:${action}:${at}`;
  return act({ ...options, at }, { field: 'message_reactions', id, body: { reaction: { mid, action, ...shown } } });
}

/** Names a mid, not a watermark. */
export function instagramSeen(options: MessagingOptions & { mid: string }): WebhookEvent {
  const { mid } = options;
  return act(options, { field: 'messaging_seen', id: `${mid}:seen`, body: { read: { mid } } });
}

export function instagramPostback(options: MessagingMessageOptions & { title: string; payload: string }): WebhookEvent {
  const mid = options.mid ?? instagramMid();
  const body = { postback: { mid, title: options.title, payload: options.payload } };
  return act(options, { field: 'messaging_postbacks', id: mid, opensWindow: true, body });
}

export function instagramReferral(options: MessagingOptions & { ref: string; source?: string }): WebhookEvent {
  const at = options.at ?? Date.now();
  const referral = { ref: options.ref, source: options.source ?? 'IGME-SOURCE-LINK', type: 'OPEN_THREAD' };
  const id = `${options.customerId}:${at}:referral`;
  return act({ ...options, at }, { field: 'messaging_referral', id, opensWindow: true, body: { referral } });
}

export const instagramStandby = asStandby;
