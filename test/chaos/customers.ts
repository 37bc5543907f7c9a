import { instagramText, messengerText, type WebhookEvent, whatsappText } from '../../sandbox/events/index.ts';
import { shuffled } from '../../sandbox/shuffle.ts';
import { Random } from './random.ts';

const MAX_COPIES = 3;
/** Events of one customer lie this far apart, since WhatsApp's clock has only seconds. */
const EVENT_SPACING_MS = 1_000;
const HOUR_MS = 3_600_000;
/** So that no event lies in the future, and every customer's reply window is open. */
const FIRST_EVENT_AGE_MS = 3 * HOUR_MS;

const PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
type CustomerPlatform = (typeof PLATFORMS)[number];

/** What customers write in one run. */
export interface Script {
  /** Every event once to three times, in any order. */
  deliveries: WebhookEvent[];
  /** The provider's order of each customer's messages: external ids by `platform:customer`. */
  orders: Map<string, string[]>;
}

/**
 * @param number sets the customers of this script apart from those of others
 * @param events different events
 * @param customers spread over the three platforms
 */
export function writeScript(seed: number, number: number, events: number, customers: number): Script {
  const random = new Random(seed + number);
  const orders = new Map<string, string[]>();
  const copies: WebhookEvent[] = [];
  const base = Math.floor((Date.now() - FIRST_EVENT_AGE_MS) / EVENT_SPACING_MS) * EVENT_SPACING_MS;
  for (let index = 0; index < events; index += 1) {
    const customer = index % customers;
    const turn = Math.floor(index / customers);
    const platform = PLATFORMS[customer % PLATFORMS.length] as CustomerPlatform;
    const customerId = customerIdOf(number, customer);
    const event = say(platform, customerId, `message ${turn} of customer ${customer}`, base + turn * EVENT_SPACING_MS);
    const key = `${platform}:${customerId}`;
    orders.set(key, [...(orders.get(key) ?? []), event.id]);
    for (let copy = random.integer(1, MAX_COPIES); copy > 0; copy -= 1) copies.push(event);
  }
  return { deliveries: shuffled(copies, seed + number), orders };
}

const ID_BASE = 155_500_000_000;
const CUSTOMERS_A_SCRIPT = 100_000;

/** Digits only, as phone numbers and scoped ids are. */
function customerIdOf(script: number, customer: number): string {
  return String(ID_BASE + script * CUSTOMERS_A_SCRIPT + customer);
}

function say(platform: CustomerPlatform, customerId: string, text: string, at: number): WebhookEvent {
  if (platform === 'facebook') return messengerText({ customerId, text, at });
  if (platform === 'instagram') return instagramText({ customerId, text, at });
  return whatsappText({ customerId, text, at });
}
