import type { Platform } from './channels.ts';
import type { WhatsappStatusError } from './events/whatsapp-status.ts';

export interface ShownAttachment {
  type: 'image' | 'video' | 'audio' | 'file' | 'sticker';
  url: string;
  name?: string;
}

export interface ShownButton {
  /** `url` and `copy_code` cause no event. */
  kind: 'quick_reply' | 'postback' | 'button_reply' | 'list_reply' | 'template' | 'url' | 'copy_code';
  title: string;
  payload: string;
}

/** A message of the business that Meta accepted through any API. */
export interface BusinessMessage {
  id: string;
  platform: Platform;
  channelId: string;
  customerId: string;
  at: number;
  text?: string;
  attachments: ShownAttachment[];
  buttons: ShownButton[];
  replyTo?: string;
  /** Messenger and Instagram: comes back in the echo. */
  metadata?: string;
  /** WhatsApp: `biz_opaque_callback_data`, comes back in statuses. */
  callbackData?: string;
  /** WhatsApp: accepted, but will be reported as failed. */
  failure?: WhatsappStatusError;
  /** A reaction is not stored as a message. */
  reaction?: { messageId: string; emoji: string };
}

export interface BusinessAction {
  channelId: string;
  customerId: string;
  action: 'typing_on' | 'typing_off' | 'mark_seen' | 'react' | 'unreact';
  messageId?: string;
  emoji?: string;
}
