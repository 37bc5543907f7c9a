import type { InboundEvent } from '../../messages/index.js';
import { isObject, type JsonObject, textOf } from '../../../../core/json/index.js';
import { baseOf, type ItemOrigin, mapSharedEvent } from './map-messaging.js';

/** Maps an item of `messaging[]` or `standby[]`; undefined for notices. Never throws. */
export function mapInstagram(item: JsonObject, origin: ItemOrigin): InboundEvent | undefined {
  const base = baseOf(item, origin);
  if (!base) return undefined;
  if (!isObject(item['read'])) return mapSharedEvent(item, origin, base);
  // Instagram names the seen message, Messenger does not.
  const mid = textOf(item['read']['mid']);
  return mid ? { kind: 'status', ...base, status: 'read', external_ids: [mid] } : undefined;
}
