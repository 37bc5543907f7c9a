import { hash } from 'node:crypto';
import type { Platform } from '../../customers/contacts/index.js';
import { PARTITIONS } from './inbound-events.constants.js';
import type { InboundEventRecord } from './schemas/inbound-event-record.schema.js';

const MICROSECONDS = 1_000;

export interface InboundItem {
  platform: Platform;
  external_id: string;
  /** Empty for events of the account itself. */
  customer_id: string;
  /** All ids of the customer in this event, if the platform has several for one person. */
  customer_ids?: readonly string[];
  /** Only the mapper reads it. */
  kind: string;
  /** All copies of an event in an account share it. */
  key: string;
  provider_at: Date | undefined;
  payload: Readonly<Record<string, unknown>>;
}

let lastOrder = 0;

/** Grows with each call, even if the clock goes back; comparable between processes. */
function nextOrder(now: number): number {
  lastOrder = Math.max(lastOrder + 1, now * MICROSECONDS);
  return lastOrder;
}

/** The same item always gets the same `_id`. */
export function toInboundEvent(
  source: string,
  item: InboundItem,
  receivedAt: Date,
  lane = laneOf(item.platform, item.external_id, item.customer_id),
): InboundEventRecord {
  const { platform, external_id, key, kind, payload } = item;
  return {
    _id: hash('sha256', `${platform}\n${external_id}\n${key}`, 'base64url'),
    source,
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

export function laneOf(platform: string, externalId: string, customerId: string): string {
  return `${platform}:${externalId}:${customerId}`;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a: an even and stable spread. */
export function partitionOf(lane: string): number {
  let sum = FNV_OFFSET;
  for (let index = 0; index < lane.length; index++) sum = Math.imul(sum ^ lane.charCodeAt(index), FNV_PRIME);
  return (sum >>> 0) % PARTITIONS;
}
