import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../../core/errors/index.js';
import { addressKey, type Platform } from '../../../customers/contacts/index.js';
import { type InboundItem, laneOf, partitionOf } from '../inbound-event-factory.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { CustomerLanesRepository } from './customer-lanes.repository.js';

const MAX_NAMES_IN_MEMORY = 50_000;
/** Another process may have joined two lanes meanwhile. */
const REMEMBERED_MS = 60_000;
/** A try fails when another process stores one of the names at the same time. */
const MAX_TRIES = 5;

/**
 * Gives all names of a customer one lane, so that events under the phone number and under the user id keep their order.
 * A name is stored with its first event; an event with two names joins them.
 */
@Injectable()
export class CustomerLanes {
  private readonly known = new LRUCache<string, string>({ max: MAX_NAMES_IN_MEMORY, ttl: REMEMBERED_MS });

  constructor(
    private readonly names: CustomerLanesRepository,
    private readonly events: InboundEventsRepository,
  ) {}

  /** The lane of each item, in the same order. @throws AppError UNAVAILABLE */
  async assign(items: readonly InboundItem[]): Promise<string[]> {
    const all = [...new Set(items.flatMap(namesOf))];
    if (all.length === 0) return items.map(ownLane);
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const lanes = await this.lanesOf(all, attempt === 0);
      const { assigned, added, joined } = assignLanes(items, lanes);
      if (added.length > 0 && !(await this.names.insert(added))) continue;
      for (const [lane, into] of joined) await this.join(lane, into);
      for (const name of all) this.known.set(name, lanes.get(name));
      return assigned;
    }
    throw new AppError('UNAVAILABLE', 503, 'The events were not stored. Send them again');
  }

  /** The lane of a customer under any name. */
  async find(platform: Platform, account: string, id: string): Promise<string> {
    const name = nameOf(platform, account, id);
    return (await this.names.lanesOf([name])).get(name) ?? laneOf(platform, account, id);
  }

  /** For a deleted contact. @returns the lanes of the names */
  async forget(platform: Platform, account: string, ids: readonly string[]): Promise<string[]> {
    const names = ids.map((id) => nameOf(platform, account, id));
    const lanes = await this.names.lanesOf(names);
    await this.names.remove(names);
    for (const name of names) this.known.delete(name);
    return [...new Set(lanes.values())];
  }

  private async lanesOf(names: readonly string[], fromMemory: boolean): Promise<Map<string, string>> {
    const lanes = new Map<string, string>();
    for (const name of fromMemory ? names : []) {
      const lane = this.known.get(name);
      if (lane !== undefined) lanes.set(name, lane);
    }
    const missing = names.filter((name) => !lanes.has(name));
    if (missing.length === 0) return lanes;
    return new Map([...lanes, ...(await this.names.lanesOf(missing))]);
  }

  /** The names first, so that no later event takes the old lane. */
  private async join(lane: string, into: string): Promise<void> {
    await this.names.join(lane, into);
    for (const [name, known] of this.known.entries()) if (known === lane) this.known.set(name, into);
    await this.events.moveLane(lane, into, partitionOf(into));
  }
}

interface Assignment {
  assigned: string[];
  /** Names that are stored with this delivery. */
  added: { _id: string; lane: string }[];
  joined: Map<string, string>;
}

/** @param lanes by name; gets the new ones */
function assignLanes(items: readonly InboundItem[], lanes: Map<string, string>): Assignment {
  const added = new Map<string, string>();
  const joined = new Map<string, string>();
  const assigned = items.map((item) => {
    const names = namesOf(item);
    const [lane = ownLane(item), ...others] = [
      ...new Set(names.map((name) => lanes.get(name)).filter((known) => known !== undefined)),
    ].sort();
    for (const name of names) {
      if (!lanes.has(name)) added.set(name, lane);
      lanes.set(name, lane);
    }
    for (const other of others) {
      joined.set(other, lane);
      for (const [name, known] of lanes) if (known === other) lanes.set(name, lane);
    }
    return lane;
  });
  return { assigned, added: [...added].map(([_id, lane]) => ({ _id, lane })), joined };
}

function ownLane({ platform, external_id, customer_id }: InboundItem): string {
  return laneOf(platform, external_id, customer_id);
}

function namesOf({ platform, external_id, customer_names = [] }: InboundItem): string[] {
  return [...new Set(customer_names.map((id) => nameOf(platform, external_id, id)))];
}

function nameOf(platform: Platform, account: string, id: string): string {
  return `${platform}:${account}:${addressKey(platform, id)}`;
}
