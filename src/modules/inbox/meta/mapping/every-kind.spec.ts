import { INSTAGRAM, MESSENGER, PUBLIC, page, WHATSAPP } from '../../../../../test/support/meta-rows.js';
import type { InboundEvent } from '../../messages/index.js';
import { toInboundEvent } from '../../inbound-events/inbound-event-factory.js';
import type { JsonObject } from '../../../../core/json/index.js';
import { splitDelivery } from '../webhook/split-delivery.js';
import { mapAccountNotice } from './map-account-notice.js';
import { mapItem } from './map-item.js';
import { mapSocialEvent } from './map-social-event.js';
import { unshownKindOf } from './unshown-items.js';

/** Maps each item of a delivery to one line of text. */
function fatesOf(delivery: JsonObject): string[] {
  return splitDelivery(delivery).map((delivered) => {
    const item = toInboundEvent('meta', delivered, new Date());
    const notice = mapAccountNotice(item);
    if (notice) return `notice: ${notice.event?.kind ?? 'none'}`;
    const event = mapItem(item);
    if (event) return inWords(event);
    const social = mapSocialEvent(item);
    return social
      ? `social: ${social.kind} ${social.verb} "${social.text ?? ''}"`
      : `not shown: ${unshownKindOf(item)}`;
  });
}

function inWords(event: InboundEvent): string {
  switch (event.kind) {
    case 'message': {
      const files = event.attachments.map(({ type, file_description: about }) =>
        about ? `[${type} ${about}]` : `[${type}]`,
      );
      const marks = Object.keys(event.context ?? {}).filter((mark) => mark !== 'button');
      return [event.author, ...marks, event.content, ...files].filter(Boolean).join(' ');
    }
    case 'status':
      return event.status;
    case 'reaction':
      return `${event.by ?? 'contact'} reacts ${event.emoji ?? 'no more'}`;
    default:
      return event.kind;
  }
}

/** Lists every object in a JSON value with each of its keys. */
function placesOf(node: unknown): [Record<string, unknown>, string][] {
  if (typeof node !== 'object' || node === null) return [];
  const holder = node as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key], ...placesOf(holder[key])] as [typeof holder, string][]);
}

describe('every kind of item that Meta documents', () => {
  describe.each([
    ['Messenger', MESSENGER],
    ['Instagram', INSTAGRAM],
    ['the public', PUBLIC],
    ['WhatsApp', WHATSAPP],
  ])('of %s is shown, or left out by design', (_, rows) => {
    it.each(rows)('%s', (__, delivery, fate) => {
      expect(fatesOf(delivery)).toEqual([fate]);
    });

    it.each(rows)('%s does not throw with a member missing, null or of another type', (__, delivery) => {
      const total = placesOf(structuredClone(delivery)).length;
      for (let index = 0; index < total; index++) {
        for (const value of [undefined, null, '', 7, '7', [], {}]) {
          const damaged = structuredClone(delivery);
          const [holder, key] = placesOf(damaged)[index]!;
          holder[key] = value;
          expect(() => fatesOf(damaged)).not.toThrow();
        }
      }
    });
  });

  it('has a name without personal data if it is not shown', () => {
    expect(fatesOf(page({ 'Ana 551188': {} }))).toEqual(['not shown: unknown']);
  });
});
