import { hash } from 'node:crypto';
import { PARTITIONS } from '../meta.constants.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import type { DeliveryItem } from './split-delivery.js';

const MICROSECONDS = 1_000;

let lastOrder = 0;

/** Grows with every call, also where the clock stands still or goes back; comparable over processes by the clock. */
function nextOrder(now: number): number {
  lastOrder = Math.max(lastOrder + 1, now * MICROSECONDS);
  return lastOrder;
}

/** The document that stands for an item. The same item always gets the same `_id`. */
export function toInboundEvent(item: DeliveryItem, receivedAt: Date): InboundEventRecord {
  const { platform, external_id, customer_id, key, kind, payload } = item;
  const lane = laneOf(platform, external_id, customer_id);
  return {
    _id: hash('sha256', `${platform}\n${external_id}\n${key}`, 'base64url'),
    key,
    platform,
    external_id,
    kind,
    lane,
    partition: partitionOf(lane),
    item: JSON.stringify(payload),
    provider_at: item.provider_at ?? receivedAt,
    received_at: receivedAt,
    order: nextOrder(receivedAt.getTime()),
    state: 'new',
    attempts: 0,
    not_before: receivedAt,
    fence: 0,
  };
}

/** Events of one customer of one account share a lane. */
export function laneOf(platform: string, externalId: string, customerId: string): string {
  return `${platform}:${externalId}:${customerId}`;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a: spreads lanes evenly and always the same way. */
function partitionOf(lane: string): number {
  let sum = FNV_OFFSET;
  for (let index = 0; index < lane.length; index++) sum = Math.imul(sum ^ lane.charCodeAt(index), FNV_PRIME);
  return (sum >>> 0) % PARTITIONS;
}
