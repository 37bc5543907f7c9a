import type { InboundEvent } from '../../messages/index.js';
import { isObject, type JsonObject, textOf } from '../json.js';
import { baseOf, type ItemOrigin, mapSharedEvent } from './map-messaging.js';

/** One `messaging[]` or `standby[]` item of an Instagram account; undefined for notices. Never throws. */
export function mapInstagram(item: JsonObject, origin: ItemOrigin): InboundEvent | undefined {
  const base = baseOf(item, origin);
  if (!base) return undefined;
  if (!isObject(item['read'])) return mapSharedEvent(item, origin, base);
  // Unlike Messenger it names the message that was seen.
  const mid = textOf(item['read']['mid']);
  return mid ? { kind: 'status', ...base, status: 'read', external_ids: [mid] } : undefined;
}
