import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { WahaSession } from './waha-sessions.ts';

const MS_PER_SECOND = 1_000;
const ACK_NAMES: Readonly<Record<number, string>> = { [-1]: 'ERROR', 1: 'SERVER', 2: 'DEVICE', 3: 'READ', 4: 'PLAYED' };

export interface Sent {
  /** The id at WhatsApp. */
  readonly raw: string;
  /** `…@c.us` or `…@lid` of the customer. */
  readonly chat: string;
  readonly fromMe: boolean;
  readonly source: 'api' | 'app';
  readonly body: string;
  readonly media?: JsonObject;
  readonly replyTo?: string;
  readonly name?: string;
}

export function newId(): string {
  return `3EB0${randomBytes(10).toString('hex').toUpperCase()}`;
}

export function lidOf(phone: string): string {
  return `9${phone}@lid`;
}

export function messagePayload(session: WahaSession, sent: Sent): JsonObject {
  const { raw, chat, fromMe, source, body, media, replyTo, name } = sent;
  const me = session.me?.id ?? '';
  return {
    id: fullId(sent),
    timestamp: Math.floor(Date.now() / MS_PER_SECOND),
    from: fromMe ? me : chat,
    fromMe,
    source,
    to: fromMe ? chat : me,
    participant: null,
    body,
    hasMedia: media !== undefined,
    media: media ?? null,
    ack: fromMe ? 0 : 1,
    ackName: fromMe ? 'PENDING' : 'SERVER',
    vCards: [],
    replyTo: replyTo === undefined ? null : { id: replyTo, participant: null, body: null },
    _data: { Info: { ID: raw, ...(name === undefined ? {} : { PushName: name }) } },
  };
}

export function ackPayload(session: WahaSession, sent: Pick<Sent, 'raw' | 'chat' | 'fromMe'>, ack: number): JsonObject {
  const { chat } = sent;
  return {
    id: fullId(sent),
    from: chat,
    to: session.me?.id,
    participant: null,
    fromMe: true,
    ack,
    ackName: ACK_NAMES[ack],
  };
}

export function reactionPayload(session: WahaSession, chat: string, target: string, text: string): JsonObject {
  const id = `false_${chat}_${newId()}`;
  return {
    ...{ id, from: chat, fromMe: false, participant: null, to: session.me?.id },
    timestamp: Date.now() / MS_PER_SECOND,
    reaction: { text, messageId: target },
  };
}

export function editPayload(
  session: WahaSession,
  chat: string,
  raw: string,
  body: string,
  fromMe: boolean,
): JsonObject {
  const message = { raw: newId(), chat, fromMe, source: 'app', body } as const;
  return { ...messagePayload(session, message), editedMessageId: raw };
}

export function revokePayload(session: WahaSession, chat: string, raw: string, fromMe: boolean): JsonObject {
  const after = messagePayload(session, { raw: newId(), chat, fromMe, source: 'app', body: '' });
  return { after, before: null, revokedMessageId: raw };
}

export function fullId({ raw, chat, fromMe }: Pick<Sent, 'raw' | 'chat' | 'fromMe'>): string {
  return `${String(fromMe)}_${chat}_${raw}`;
}
