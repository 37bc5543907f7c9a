import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../../core/errors/index.js';
import { addressKey, type Platform } from '../../../customers/contacts/index.js';
import { type InboundItem, laneOf, partitionOf } from '../inbound-event-factory.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { CustomerLanesRepository } from './customer-lanes.repository.js';

const MAX_KEYS_IN_MEMORY = 50_000;
/** Short, because another process may have joined two lanes. */
const REMEMBERED_MS = 60_000;
/** A try fails if another process stores one of the ids at the same time. */
const MAX_TRIES = 5;

/**
 * Gives all ids of a customer one lane, so that events under the phone number and under the user id keep their order.
 * The first event with an id stores its lane; an event with two ids joins their lanes.
 */
@Injectable()
export class CustomerLanes {
  private readonly known = new LRUCache<string, string>({ max: MAX_KEYS_IN_MEMORY, ttl: REMEMBERED_MS });

  constructor(
    private readonly customerLanes: CustomerLanesRepository,
    private readonly events: InboundEventsRepository,
  ) {}

  /** Returns the lane of each item, in the same order. @throws AppError UNAVAILABLE */
  async assign(items: readonly InboundItem[]): Promise<string[]> {
    const all = [...new Set(items.flatMap(keysOf))];
    if (all.length === 0) return items.map(ownLane);
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const lanes = await this.lanesOf(all, attempt === 0);
      const { assigned, added, joined } = assignLanes(items, lanes);
      if (added.length > 0 && !(await this.customerLanes.insert(added))) continue;
      for (const [lane, into] of joined) await this.join(lane, into);
      for (const key of all) this.known.set(key, lanes.get(key));
      return assigned;
    }
    throw new AppError('UNAVAILABLE', 503, 'The events were not stored. Send them again');
  }

  async find(platform: Platform, account: string, id: string): Promise<string> {
    const key = keyOf(platform, account, id);
    return (await this.customerLanes.lanesOf([key])).get(key) ?? laneOf(platform, account, id);
  }

  /** For a deleted contact. @returns the lanes of the ids */
  async forget(platform: Platform, account: string, ids: readonly string[]): Promise<string[]> {
    const keys = ids.map((id) => keyOf(platform, account, id));
    const lanes = await this.customerLanes.lanesOf(keys);
    await this.customerLanes.remove(keys);
    for (const key of keys) this.known.delete(key);
    return [...new Set(lanes.values())];
  }

  private async lanesOf(keys: readonly string[], fromMemory: boolean): Promise<Map<string, string>> {
    const lanes = new Map<string, string>();
    for (const key of fromMemory ? keys : []) {
      const lane = this.known.get(key);
      if (lane !== undefined) lanes.set(key, lane);
    }
    const missing = keys.filter((key) => !lanes.has(key));
    if (missing.length === 0) return lanes;
    return new Map([...lanes, ...(await this.customerLanes.lanesOf(missing))]);
  }

  /** Changes the ids first, so that no later event gets the old lane. */
  private async join(lane: string, into: string): Promise<void> {
    await this.customerLanes.join(lane, into);
    for (const [key, known] of this.known.entries()) if (known === lane) this.known.set(key, into);
    await this.events.moveLane(lane, into, partitionOf(into));
  }
}

interface Assignment {
  assigned: string[];
  added: { _id: string; lane: string }[];
  joined: Map<string, string>;
}

/** @param lanes the lanes by key; new ones are added */
function assignLanes(items: readonly InboundItem[], lanes: Map<string, string>): Assignment {
  const added = new Map<string, string>();
  const joined = new Map<string, string>();
  const assigned = items.map((item) => {
    const keys = keysOf(item);
    const [lane = ownLane(item), ...others] = [
      ...new Set(keys.map((key) => lanes.get(key)).filter((known) => known !== undefined)),
    ].sort();
    for (const key of keys) {
      if (!lanes.has(key)) added.set(key, lane);
      lanes.set(key, lane);
    }
    for (const other of others) {
      joined.set(other, lane);
      for (const [key, known] of lanes) if (known === other) lanes.set(key, lane);
    }
    return lane;
  });
  return { assigned, added: [...added].map(([_id, lane]) => ({ _id, lane })), joined };
}

function ownLane({ platform, external_id, customer_id }: InboundItem): string {
  return laneOf(platform, external_id, customer_id);
}

function keysOf({ platform, external_id, customer_ids = [] }: InboundItem): string[] {
  return [...new Set(customer_ids.map((id) => keyOf(platform, external_id, id)))];
}

function keyOf(platform: Platform, account: string, id: string): string {
  return `${platform}:${account}:${addressKey(platform, id)}`;
}
