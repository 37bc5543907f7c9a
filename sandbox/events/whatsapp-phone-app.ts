/** Builders for `smb_message_echoes`: staff used the WhatsApp app on their phone (coexistence). */
import { DEFAULT_DISPLAY_PHONE } from '../channels.ts';
import { compact, type JsonObject } from '../json.ts';
import type { WebhookEvent } from './types.ts';
import { whatsappChange } from './whatsapp-status.ts';
import { MS_PER_SECOND, whatsappValue, type WhatsappChannelOptions } from './whatsapp.ts';

export interface PhoneAppOptions extends WhatsappChannelOptions {
  /** The number of the business; the displayed number if absent. */
  from?: string;
  /** The `wa_id` of the customer. */
  to?: string;
  /** The business-scoped user id of the customer. */
  toBsuid?: string;
  /** The id of this event. An edit and a removal have ids of their own. */
  id: string;
}

function phoneAppEcho(options: PhoneAppOptions, type: string, members: JsonObject): WebhookEvent {
  const { from = options.displayPhone ?? DEFAULT_DISPLAY_PHONE, to, toBsuid, id, at = Date.now() } = options;
  const timestamp = String(Math.floor(at / MS_PER_SECOND));
  const message = compact({ from, to, to_user_id: toBsuid, id, timestamp, type, ...members });
  const value = whatsappValue(options, { message_echoes: [message] });
  return whatsappChange({ ...options, at }, { id: `${id}:echo`, field: 'smb_message_echoes', value });
}

export function whatsappBusinessAppEcho(options: PhoneAppOptions & { text: string }): WebhookEvent {
  return phoneAppEcho(options, 'text', { text: { body: options.text } });
}

export function whatsappBusinessAppEdited(
  options: PhoneAppOptions & { originalId: string; text: string },
): WebhookEvent {
  const message = { type: 'text', text: { body: options.text } };
  return phoneAppEcho(options, 'edit', { edit: { original_message_id: options.originalId, message } });
}

/** The receiver must delete the content. */
export function whatsappBusinessAppRevoked(options: PhoneAppOptions & { originalId: string }): WebhookEvent {
  return phoneAppEcho(options, 'revoke', { revoke: { original_message_id: options.originalId } });
}
