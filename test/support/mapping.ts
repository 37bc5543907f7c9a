import { buildPayload, type WebhookEvent } from '../../sandbox/events/index.js';
import type { InboundEvent } from '../../src/modules/inbox/messages/inbound/inbound-event.js';
import type { JsonObject } from '../../src/core/json/index.js';
import { toInboundEvent } from '../../src/modules/inbox/inbound-events/inbound-event-factory.js';
import { splitDelivery } from '../../src/modules/inbox/meta/webhook/split-delivery.js';
import { mapItem } from '../../src/modules/inbox/meta/mapping/map-item.js';

/** The way of a delivery from its JSON to the events it maps to, without the database. */
export function mapPayload(payload: JsonObject): (InboundEvent | undefined)[] {
  const delivery = JSON.parse(JSON.stringify(payload)) as JsonObject;
  return splitDelivery(delivery).map((item) => mapItem(toInboundEvent('meta', item, new Date())));
}

/** The one event that a webhook event maps to; undefined where it is passed over. */
export function mapEvent(event: WebhookEvent): InboundEvent | undefined {
  const mapped = mapPayload(buildPayload([event]));
  if (mapped.length !== 1) throw new Error(`${mapped.length} items of one event`);
  return mapped[0];
}
