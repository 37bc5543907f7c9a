import type { Platform } from './channels.ts';

/** Ids are scoped to the channel. */
export interface Customer {
  platform: Platform;
  channelId: string;
  /** PSID, IGSID, or `wa_id` (digits). */
  id: string;
  name: string;
  username?: string;
  /** Milliseconds; the last event that opened the reply window. */
  lastInboundAt?: number;
  /** `unavailable`: the profile call fails as for a person made from contact data; `busy`: as for too many calls. */
  profile: 'ok' | 'unavailable' | 'busy';
  /** Each number is a different picture; `too_large`, `not_a_picture` and `busy` make its download fail. */
  picture: number | 'none' | 'too_large' | 'not_a_picture' | 'busy';
}

const HOUR_MS = 3_600_000;
/** Free replies are allowed for this long after the customer's last message. */
export const STANDARD_WINDOW_MS = 24 * HOUR_MS;
/** People may answer for this long with the tag HUMAN_AGENT. */
export const HUMAN_AGENT_WINDOW_MS = 7 * 24 * HOUR_MS;

const BRAZILIAN_MOBILE = /^(55\d{2})(9?)(\d{8})$/;

export class CustomerBook {
  private readonly customers = new Map<string, Customer>();
  private readonly aliases = new Map<string, Customer>();
  private readonly listeners = new Set<(customer: Customer) => void>();

  list(): Customer[] {
    return [...this.customers.values()];
  }

  find(channelId: string, id: string): Customer | undefined {
    return this.customers.get(key(channelId, id)) ?? this.aliases.get(key(channelId, id));
  }

  /** Makes an unknown customer. */
  ensure(platform: Platform, channelId: string, id: string, name?: string): Customer {
    const known = this.find(channelId, id);
    if (known !== undefined) return known;
    const fullName = name ?? `Customer ${id.slice(-4)}`;
    const customer: Customer = { platform, channelId, id, name: fullName, profile: 'ok', picture: 1 };
    if (platform === 'instagram') customer.username = usernameOf(fullName);
    this.customers.set(key(channelId, id), customer);
    this.changed(customer);
    return customer;
  }

  restore(customer: Customer): void {
    const { platform, channelId, id, name } = customer;
    Object.assign(this.ensure(platform, channelId, id, name), customer);
  }

  addAlias(customer: Customer, alias: string): void {
    this.aliases.set(key(customer.channelId, alias), customer);
  }

  /** Starts the reply window, unless a later message did. */
  wroteAt(customer: Customer, at: number): void {
    customer.lastInboundAt = Math.max(customer.lastInboundAt ?? 0, at);
    this.changed(customer);
  }

  subscribe(listener: (customer: Customer) => void): void {
    this.listeners.add(listener);
  }

  /** In Brazil the ninth digit is optional. */
  canonicalWaId(channelId: string, typed: string): string {
    if (this.find(channelId, typed) !== undefined) return typed;
    const match = BRAZILIAN_MOBILE.exec(typed);
    if (match === null) return typed;
    const [, area = '', nine, rest = ''] = match;
    const other = nine === '9' ? area + rest : `${area}9${rest}`;
    return this.find(channelId, other) === undefined ? typed : other;
  }

  private changed(customer: Customer): void {
    for (const listener of this.listeners) listener(customer);
  }
}

function key(channelId: string, id: string): string {
  return `${channelId}/${id}`;
}

function usernameOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
}
