/** Builders for inbound `object=whatsapp_business_account` messages. All scalars are strings, as Meta sends them. */
import { DEFAULT_DISPLAY_PHONE, DEFAULT_PHONE_NUMBER_ID, DEFAULT_WABA_ID } from '../channels.ts';
import { wamid } from '../ids.ts';
import { compact, type JsonObject } from '../json.ts';
import type { WebhookEvent } from './types.ts';

export const MS_PER_SECOND = 1_000;

export interface WhatsappChannelOptions {
  wabaId?: string;
  phoneNumberId?: string;
  displayPhone?: string;
  /** Milliseconds; sent as whole seconds. */
  at?: number;
}

export interface WhatsappOptions extends WhatsappChannelOptions {
  /** The `wa_id`: digits as registered at WhatsApp. */
  customerId: string;
  id?: string;
  name?: string;
  username?: string;
  /** Business-scoped user id such as `BR.1349…`; sent beside the phone number. */
  bsuid?: string;
  /** A customer with a username and no phone number: `from` and `wa_id` are left out. */
  hidePhone?: boolean;
  /** The id of the message this one replies to. */
  replyTo?: string;
  /** `often`: forwarded many times. */
  forwarded?: boolean | 'often';
  /** For example a click-to-WhatsApp ad. */
  referral?: JsonObject;
  groupId?: string;
}

export function whatsappValue(options: WhatsappChannelOptions, rest: JsonObject): JsonObject {
  const { phoneNumberId = DEFAULT_PHONE_NUMBER_ID, displayPhone = DEFAULT_DISPLAY_PHONE } = options;
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: displayPhone, phone_number_id: phoneNumberId },
    ...rest,
  };
}

/** `type` and the member of the same name, or other members if the type has none. */
export function whatsappMessage(options: WhatsappOptions, type: string, members: JsonObject): WebhookEvent {
  const { customerId, bsuid, hidePhone = false, at = Date.now() } = options;
  const id = options.id ?? wamid(customerId, 'customer');
  const phone = hidePhone ? undefined : customerId;
  const contact = compact({
    profile: compact({ name: options.name ?? 'Customer', username: options.username }),
    wa_id: phone,
    user_id: bsuid,
  });
  const message = compact({
    context: contextOf(options),
    from: phone,
    from_user_id: bsuid,
    group_id: options.groupId,
    id,
    timestamp: String(Math.floor(at / MS_PER_SECOND)),
    referral: options.referral,
    type,
    ...members,
  });
  return {
    object: 'whatsapp_business_account',
    entryId: options.wabaId ?? DEFAULT_WABA_ID,
    slot: 'changes',
    item: { value: whatsappValue(options, { contacts: [contact], messages: [message] }), field: 'messages' },
    id,
    field: 'messages',
    at,
    customer: {
      channelId: options.phoneNumberId ?? DEFAULT_PHONE_NUMBER_ID,
      customerId: hidePhone && bsuid !== undefined ? bsuid : customerId,
      opensWindow: type !== 'system' && type !== 'reaction',
      ...(bsuid === undefined || hidePhone ? {} : { alias: bsuid }),
    },
    creates: id,
  };
}

function contextOf(options: WhatsappOptions): JsonObject | undefined {
  if (options.replyTo !== undefined) {
    return { from: options.displayPhone ?? DEFAULT_DISPLAY_PHONE, id: options.replyTo };
  }
  if (options.forwarded === 'often') return { frequently_forwarded: true };
  return options.forwarded === true ? { forwarded: true } : undefined;
}

export function whatsappText(options: WhatsappOptions & { text: string }): WebhookEvent {
  return whatsappMessage(options, 'text', { text: { body: options.text } });
}

/** `GET /{media-id}` returns the file. */
export function whatsappMedia(
  options: WhatsappOptions & {
    type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
    mediaId: string;
    mimeType: string;
    /** Base64 SHA-256 of the file. */
    sha256?: string;
    caption?: string;
    filename?: string;
    /** Audio: a voice note. */
    voice?: boolean;
    animated?: boolean;
  },
): WebhookEvent {
  const { type, mediaId, mimeType, sha256, caption, filename, voice, animated } = options;
  const media = compact({ id: mediaId, mime_type: mimeType, sha256, caption, filename, voice, animated });
  return whatsappMessage(options, type, { [type]: media });
}

export function whatsappLocation(
  options: WhatsappOptions & { latitude: number; longitude: number; placeName?: string; address?: string },
): WebhookEvent {
  const { latitude, longitude, placeName, address } = options;
  return whatsappMessage(options, 'location', { location: compact({ latitude, longitude, name: placeName, address }) });
}

export function whatsappContacts(options: WhatsappOptions & { contacts: JsonObject[] }): WebhookEvent {
  return whatsappMessage(options, 'contacts', { contacts: options.contacts });
}

export function whatsappButtonReply(options: WhatsappOptions & { buttonId: string; title: string }): WebhookEvent {
  const reply = { id: options.buttonId, title: options.title };
  return whatsappMessage(options, 'interactive', { interactive: { type: 'button_reply', button_reply: reply } });
}

export function whatsappListReply(
  options: WhatsappOptions & { rowId: string; title: string; description?: string },
): WebhookEvent {
  const reply = compact({ id: options.rowId, title: options.title, description: options.description });
  return whatsappMessage(options, 'interactive', { interactive: { type: 'list_reply', list_reply: reply } });
}

/** `responseJson` is a string, and not always an object. */
export function whatsappFlowReply(options: WhatsappOptions & { responseJson: string }): WebhookEvent {
  const reply = { name: 'flow', body: 'Sent', response_json: options.responseJson };
  return whatsappMessage(options, 'interactive', { interactive: { type: 'nfm_reply', nfm_reply: reply } });
}

export function whatsappTemplateButton(options: WhatsappOptions & { payload: string; text: string }): WebhookEvent {
  return whatsappMessage(options, 'button', { button: { payload: options.payload, text: options.text } });
}

/** A removal comes with the emoji "" or without the key. */
export function whatsappReaction(options: WhatsappOptions & { messageId: string; emoji?: string }): WebhookEvent {
  const reaction = compact({ message_id: options.messageId, emoji: options.emoji });
  return whatsappMessage(options, 'reaction', { reaction });
}

export function whatsappOrder(
  options: WhatsappOptions & { catalogId: string; items: JsonObject[]; text?: string },
): WebhookEvent {
  const order = { catalog_id: options.catalogId, text: options.text ?? '', product_items: options.items };
  return whatsappMessage(options, 'order', { order });
}

/** Such deliveries carry no `contacts`. */
export function whatsappNumberChanged(options: WhatsappOptions & { newWaId: string; newBsuid?: string }): WebhookEvent {
  const body = `User changed from ${options.customerId} to ${options.newWaId}`;
  return systemMessage(
    options,
    compact({ type: 'user_changed_number', body, wa_id: options.newWaId, new_user_id: options.newBsuid }),
  );
}

/** The customer keeps the number; `hidePhone` leaves it out of the event. */
export function whatsappUserIdChanged(options: WhatsappOptions & { bsuid: string; newBsuid: string }): WebhookEvent {
  const body = `User changed from ${options.bsuid} to ${options.newBsuid}`;
  const wa_id = options.hidePhone === true ? undefined : options.customerId;
  return systemMessage(options, compact({ type: 'user_changed_user_id', body, wa_id, user_id: options.newBsuid }));
}

function systemMessage(options: WhatsappOptions, system: JsonObject): WebhookEvent {
  const event = whatsappMessage(options, 'system', { system });
  const { messages } = (event.item as { value: JsonObject }).value;
  return { ...event, item: { value: whatsappValue(options, { messages }), field: 'messages' } };
}

export function whatsappIdentityChanged(options: WhatsappOptions & { hash: string }): WebhookEvent {
  const { hash, at = Date.now() } = options;
  const identity = { acknowledged: true, created_timestamp: String(Math.floor(at / MS_PER_SECOND)), hash };
  const system = { type: 'customer_identity_changed', body: 'Identity changed' };
  return whatsappMessage({ ...options, at }, 'system', { system, identity });
}

export function whatsappWelcome(options: WhatsappOptions): WebhookEvent {
  return whatsappMessage(options, 'request_welcome', {});
}

export function whatsappEdited(options: WhatsappOptions & { originalId: string; text: string }): WebhookEvent {
  const message = { type: 'text', text: { body: options.text } };
  return whatsappMessage(options, 'edit', { edit: { original_message_id: options.originalId, message } });
}

/** The receiver must delete the content. */
export function whatsappRevoked(options: WhatsappOptions & { originalId: string }): WebhookEvent {
  return whatsappMessage(options, 'revoke', { revoke: { original_message_id: options.originalId } });
}

const UNSUPPORTED_TYPE_CODE = 131051;

/** For example a poll. */
export function whatsappUnsupported(options: WhatsappOptions & { kind?: string }): WebhookEvent {
  const title = 'Message type unknown';
  const details = 'Message type is currently not supported.';
  return whatsappMessage(options, 'unsupported', {
    errors: [{ code: UNSUPPORTED_TYPE_CODE, title, message: title, error_data: { details } }],
    ...(options.kind === undefined ? {} : { unsupported: { type: options.kind } }),
  });
}
