import { hash } from 'node:crypto';
import { type JsonObject, objectOf, textOf, timeOf } from '../../../../core/json/index.js';
import type { InboundItem } from '../../inbound-events/index.js';
import { customerOf, readMessageId } from '../mapping/waha-ids.js';
import { WAHA_KIND } from '../waha-kind.js';

/** What of an engine's own data is kept if it is there. Nothing depends on it. */
interface EngineFacts {
  readonly name?: string;
  readonly type?: string;
  /** The other id of the same person. */
  readonly other_id?: string;
}

/** `message` and `message.any` are the same message. */
const KINDS: Readonly<Record<string, string>> = { 'message.any': 'message' };

/**
 * The stored item of a delivery. Copies under a number and under a hidden id, and a repeated delivery, have one key.
 * Undefined for groups, channels, broadcasts and statuses.
 */
export function toItem(sessionKey: string, delivery: JsonObject): InboundItem | undefined {
  const event = textOf(delivery['event']) ?? '';
  const kind = KINDS[event] ?? event;
  const { _data, ...payload } = objectOf(delivery['payload']);
  const engine = factsOf(objectOf(_data));
  const chat = chatOf(payload);
  const customer = customerOf(chat);
  if (chat !== undefined && customer === undefined) return undefined;
  const other = customerOf(engine.other_id);
  return {
    ...{ platform: WAHA_KIND.platform, external_id: sessionKey },
    customer_id: customer ?? '',
    ...(customer === undefined ? {} : { customer_ids: [customer, ...(other ? [other] : [])] }),
    kind,
    key: keyOf(kind, payload, delivery),
    provider_at: timeOf(payload['timestamp']) ?? timeOf(delivery['timestamp']),
    payload: { ...payload, engine },
  };
}

/** The other side, whoever wrote. */
export function chatOf(payload: JsonObject): string | undefined {
  const inId = readMessageId(payload['id'])?.chat;
  if (inId !== undefined) return inId;
  const before = objectOf(payload['after'] ?? payload['before']);
  if (Object.keys(before).length > 0) return chatOf(before);
  return textOf(payload['fromMe'] === true ? payload['to'] : payload['from']) ?? textOf(payload['chatId']);
}

function keyOf(kind: string, payload: JsonObject, delivery: JsonObject): string {
  const id = readMessageId(payload['id'])?.raw;
  switch (kind) {
    case 'message':
    case 'message.reaction':
    case 'message.edited':
      if (id !== undefined) return `${kind}:${id}`;
      break;
    case 'message.ack':
      if (id !== undefined) return `${kind}:${id}:${textOf(payload['ack']) ?? ''}`;
      break;
    case 'message.revoked': {
      const revoked =
        readMessageId(payload['revokedMessageId'])?.raw ?? readMessageId(objectOf(payload['after'])['id'])?.raw;
      if (revoked !== undefined) return `${kind}:${revoked}`;
    }
  }
  return textOf(delivery['id']) ?? `${kind}:${hash('sha256', JSON.stringify(payload), 'base64url')}`;
}

/** The places of three engines. */
function factsOf(data: JsonObject): EngineFacts {
  const info = objectOf(data['Info']);
  const key = objectOf(data['key']);
  const name = textOf(data['notifyName']) ?? textOf(data['pushName']) ?? textOf(info['PushName']);
  const type = textOf(data['type']);
  const other_id = textOf(key['remoteJidAlt']) ?? textOf(key['senderPn']) ?? textOf(info['SenderAlt']);
  return { ...(name && { name }), ...(type && { type }), ...(other_id && { other_id }) };
}
