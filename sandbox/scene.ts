/** An action on a practice phone and its result. */
import type { ShownAttachment } from './business-message.ts';
import type { Channel } from './channels.ts';
import type { Customer } from './customers.ts';
import type { PhoneMessage } from './devices.ts';
import type { WebhookEvent, WhatsappOptions } from './events/index.ts';

/** The message says why the action cannot be played. */
export class PlayError extends Error {}

export interface Scene {
  channel: Channel;
  customer: Customer;
  at: number;
}

export interface Played {
  event: WebhookEvent;
  /** The new message on the phone; absent if an old one changes. */
  shown?: Pick<PhoneMessage, 'text' | 'replyTo' | 'story' | 'isFromPhoneApp'> & { attachments?: ShownAttachment[] };
}

export function party({ channel, customer, at }: Scene): { channelId: string; customerId: string; at: number } {
  return { channelId: channel.external_id, customerId: customer.id, at };
}

export function whatsappParty({ channel, customer, at }: Scene): WhatsappOptions {
  return {
    phoneNumberId: channel.external_id,
    ...(channel.waba_id === undefined ? {} : { wabaId: channel.waba_id }),
    ...(channel.display_phone_number === undefined ? {} : { displayPhone: channel.display_phone_number }),
    customerId: customer.id,
    name: customer.name,
    at,
  };
}
