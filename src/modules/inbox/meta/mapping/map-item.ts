import type { InboundEvent } from '../../messages/index.js';
import type { JsonObject } from '../json.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { mapInstagram } from './map-instagram.js';
import { mapMessenger } from './map-messenger.js';
import { mapWhatsapp } from './map-whatsapp.js';

/** A stored item in the product's vocabulary; undefined where it is nothing for the inbox. */
export function mapItem(record: InboundEventRecord): InboundEvent | undefined {
  const payload = JSON.parse(record.item) as JsonObject;
  const { platform, kind, external_id: accountId, provider_at: at } = record;
  if (platform === 'whatsapp') return mapWhatsapp(kind, payload, at);
  // Comments, mentions and notices of the account are read elsewhere.
  if (kind !== 'messaging') return undefined;
  return platform === 'instagram' ? mapInstagram(payload, { accountId, at }) : mapMessenger(payload, { accountId, at });
}
