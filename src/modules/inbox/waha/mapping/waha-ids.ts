import { objectOf, textOf } from '../../../../core/json/index.js';

const DEVICE = /:\d+@/;
const USER_CHAT = /^(\d{5,20})@(c\.us|s\.whatsapp\.net)$/;
const HIDDEN_CHAT = /^\d{5,30}@lid$/;
const FULL_ID = /^(true|false)_([^_]+)_([^_]+)/;

/**
 * The customer of a chat: the digits of a phone number, or a hidden id (`3604…@lid`). Undefined for groups, channels,
 * broadcasts and statuses.
 */
export function customerOf(chat: unknown): string | undefined {
  const id = textOf(chat)?.replace(DEVICE, '@') ?? '';
  return USER_CHAT.exec(id)?.[1] ?? (HIDDEN_CHAT.test(id) ? id : undefined);
}

export function isHiddenId(customer: string): boolean {
  return HIDDEN_CHAT.test(customer);
}

/** The chat of a customer, as WAHA takes it. */
export function chatOf(customer: string): string {
  return isHiddenId(customer) ? customer : `${customer}@c.us`;
}

/** The parts of `true_5511…@c.us_3EB0…`. Engines may give an object with the text in it. */
export interface MessageId {
  readonly fromMe: boolean | undefined;
  readonly chat: string | undefined;
  /** The id at WhatsApp, the same for the copies under a number and under a hidden id. */
  readonly raw: string;
}

/** Undefined for anything but an id. */
export function readMessageId(value: unknown): MessageId | undefined {
  const text = textOf(value) ?? textOf(objectOf(value)['_serialized']) ?? textOf(objectOf(value)['id']);
  if (text === undefined) return undefined;
  const [, fromMe, chat, raw] = FULL_ID.exec(text) ?? [];
  return raw === undefined
    ? { fromMe: undefined, chat: undefined, raw: text }
    : { fromMe: fromMe === 'true', chat, raw };
}

/** The long form, by which WAHA finds the message of a quote. */
export function fullMessageId(raw: string, customer: string, fromMe: boolean): string {
  return `${String(fromMe)}_${chatOf(customer)}_${raw}`;
}
