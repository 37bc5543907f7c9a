import type { InboundEvent } from '../../messages/index.js';
import { isObject, type JsonObject, timeOf } from '../../../../core/json/index.js';
import { baseOf, type ItemOrigin, mapSharedEvent } from './map-messaging.js';

/** Maps an item of `messaging[]` or `standby[]`; undefined for notices. Never throws. */
export function mapMessenger(item: JsonObject, origin: ItemOrigin): InboundEvent | undefined {
  const base = baseOf(item, origin);
  if (!base) return undefined;
  if (!isObject(item['read'])) return mapSharedEvent(item, origin, base);
  const watermark = timeOf(item['read']['watermark']);
  return watermark && { kind: 'status', ...base, status: 'read', external_ids: [], watermark };
}
