import type { StoredItem } from '../../inbound-events/index.js';
import type { InboundEvent } from '../../messages/index.js';
import type { JsonObject } from '../../../../core/json/index.js';
import type { ItemKind } from '../meta-platforms.js';
import { mapInstagram } from './map-instagram.js';
import { mapMessenger } from './map-messenger.js';
import { mapWhatsapp } from './map-whatsapp.js';

/** Undefined for an item that the inbox does not show. */
export function mapItem({
  platform,
  kind,
  external_id: accountId,
  provider_at: at,
  item,
}: StoredItem): InboundEvent | undefined {
  const payload = JSON.parse(item) as JsonObject;
  if (platform === 'whatsapp') return mapWhatsapp(kind as ItemKind, payload, at);
  if (kind !== 'messaging' && kind !== 'standby') return undefined;
  const map = platform === 'instagram' ? mapInstagram : mapMessenger;
  const event = map(payload, { accountId, at });
  return event && kind === 'standby' ? { ...event, is_standby: true } : event;
}
