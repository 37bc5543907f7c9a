import fc from 'fast-check';
import * as events from '../../../../../sandbox/events/index.js';
import { mapPayload } from '../../../../../test/support/mapping.js';
import { sized } from '../../../../../test/support/sizes.js';
import type { JsonObject } from '../../../../core/json/index.js';

const RUNS = sized(150, 500);

/** One payload of each object with much in it, to be damaged. */
const PAYLOADS = [
  [
    events.messengerText({ customerId: '1', text: 'a', replyTo: 'm', referral: { ref: 'r', ads_context_data: {} } }),
    events.messengerSticker({ customerId: '1', url: 'https://a.example' }),
    events.messengerPostback({ customerId: '1', title: 't', payload: 'p' }),
    events.messengerReaction({ customerId: '1', mid: 'm' }),
    events.messengerDelivery({ customerId: '1', watermark: 1, mids: ['m'] }),
    events.messengerEdited({ customerId: '1', mid: 'm', text: 't' }),
  ],
  [
    events.instagramStoryReply({ customerId: '1', text: 'a', storyUrl: 'https://a.example' }),
    events.instagramSeen({ customerId: '1', mid: 'm' }),
    events.instagramLikeHeart({ customerId: '1' }),
  ],
  [
    events.whatsappText({ customerId: '1', text: 'a', bsuid: 'BR.1', referral: { source_id: '1' } }),
    events.whatsappContacts({
      customerId: '1',
      contacts: [{ name: { formatted_name: 'A' }, phones: [{ phone: '1' }] }],
    }),
    events.whatsappOrder({ customerId: '1', catalogId: 'c', items: [{ quantity: 1 }] }),
    events.whatsappButtonReply({ customerId: '1', buttonId: 'b', title: 't' }),
    events.whatsappStatus({ messageId: 'w', recipientId: '1', status: 'failed', error: { code: 1, title: 't' } }),
  ],
].map((list) => JSON.stringify(events.buildPayload(list)));

type Node = Record<string, unknown> | unknown[];

/** Every place in a JSON value that could hold something else. */
function placesOf(node: unknown, found: [Node, string][] = []): [Node, string][] {
  if (typeof node !== 'object' || node === null) return found;
  for (const key of Object.keys(node)) {
    found.push([node as Node, key]);
    placesOf((node as Record<string, unknown>)[key], found);
  }
  return found;
}

describe('malformed deliveries', () => {
  it.each(PAYLOADS)('never throw, wherever something else stands: %#', (json) => {
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1e308, [], {}, [null], [[]], true));
    fc.assert(
      fc.property(fc.nat(), junk, (index, value) => {
        const payload = JSON.parse(json) as JsonObject;
        const places = placesOf(payload);
        const [node, key] = places[index % places.length]!;
        (node as Record<string, unknown>)[key] = value;
        for (const event of mapPayload(payload)) {
          if (!event) continue;
          expect(event.customer_id).toMatch(/./);
          expect(event.at.getTime()).not.toBeNaN();
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each(PAYLOADS)('never throw with a member missing: %#', (json) => {
    const total = placesOf(JSON.parse(json)).length;
    for (let index = 0; index < total; index++) {
      const payload = JSON.parse(json) as JsonObject;
      const [node, key] = placesOf(payload)[index]!;
      delete (node as Record<string, unknown>)[key];
      expect(() => mapPayload(payload)).not.toThrow();
    }
  });
});
