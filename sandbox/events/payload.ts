/** Groups events into deliveries: POSTs with entries with items. */
import { isObject, type JsonObject } from '../json.ts';
import { mergeWhatsappValues, phoneNumberIdOf } from './whatsapp-status.ts';
import type { WebhookEvent } from './types.ts';

const ITEMS_PER_ENTRY = 3;
const MS_PER_SECOND = 1_000;

export interface Delivery {
  payload: JsonObject;
  events: WebhookEvent[];
}

/** In order; at most `batch` events and one `object` in each payload. */
export function buildDeliveries(events: readonly WebhookEvent[], batch: number): Delivery[] {
  const open = new Map<string, WebhookEvent[]>();
  const deliveries: WebhookEvent[][] = [];
  for (const event of events) {
    const group = open.get(event.object);
    if (group !== undefined && group.length < batch) {
      group.push(event);
      continue;
    }
    const fresh = [event];
    open.set(event.object, fresh);
    deliveries.push(fresh);
  }
  return deliveries.map((group) => ({ payload: buildPayload(group), events: group }));
}

export function buildPayload(events: readonly WebhookEvent[]): JsonObject {
  const groups: WebhookEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last !== undefined && last.length < ITEMS_PER_ENTRY && sharesEntry(last[0], event)) last.push(event);
    else groups.push([event]);
  }
  return { object: events[0]?.object, entry: groups.map(buildEntry) };
}

function sharesEntry(first: WebhookEvent | undefined, event: WebhookEvent): boolean {
  return first?.entryId === event.entryId && first.slot === event.slot;
}

function buildEntry(events: readonly WebhookEvent[]): JsonObject {
  const [first] = events;
  if (first === undefined) throw new Error('An entry needs an event');
  const items = first.object === 'whatsapp_business_account' ? whatsappChanges(events) : events.map((e) => e.item);
  return { id: first.entryId, ...entryTime(first), [first.slot]: items };
}

/** As Meta does: milliseconds for messaging, seconds for changes, nothing for WhatsApp messages. */
function entryTime(event: WebhookEvent): JsonObject {
  if (event.object === 'whatsapp_business_account' && event.field === 'messages') return {};
  return { time: event.slot === 'changes' ? Math.floor(event.at / MS_PER_SECOND) : event.at };
}

/** The first two events of a number share a `value`, so that both arrays have more than one item. */
function whatsappChanges(events: readonly WebhookEvent[]): JsonObject[] {
  const [first, second, ...rest] = events.map((event) => event.item);
  if (first === undefined || second === undefined) return events.map((event) => event.item);
  const values = [first['value'], second['value']];
  const mergeable = first['field'] === 'messages' && second['field'] === 'messages' && sameShape(values);
  if (!mergeable) return [first, second, ...rest];
  return [{ ...first, value: mergeWhatsappValues(values.filter(isObject)) }, ...rest];
}

function sameShape([a, b]: unknown[]): boolean {
  if (!isObject(a) || !isObject(b) || phoneNumberIdOf(a) !== phoneNumberIdOf(b)) return false;
  return ('messages' in a && 'messages' in b) || ('statuses' in a && 'statuses' in b);
}
