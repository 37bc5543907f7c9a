import * as events from '../../../../../sandbox/events/index.js';
import { mapEvent, mapPayload } from '../../../../../test/support/mapping.js';

const customerId = '551188887777';
const at = 1_790_000_000_000;
const from = { customerId, at, id: 'wamid.1', name: 'Ana' };
const base = { customer_id: customerId, at: new Date(at) };
const message = { kind: 'message', ...base, external_id: 'wamid.1', author: 'contact', content: 'oi', attachments: [] };
const status = { kind: 'status', ...base, external_ids: ['wamid.out'] };
const ofOurs = { messageId: 'wamid.out', recipientId: customerId, at };

describe('who a WhatsApp item is about', () => {
  const bsuid = 'BR.13491208655302741918';

  it('stand beside the phone', () => {
    expect(mapEvent(events.whatsappText({ ...from, text: 'oi', bsuid, username: 'ana.s' }))).toEqual({
      ...message,
      content: 'oi',
      customer_aliases: [bsuid],
      profile: { name: 'Ana', username: 'ana.s', phone: customerId },
    });
  });

  it('take the place of a hidden phone', () => {
    const mapped = mapEvent(events.whatsappText({ ...from, text: 'oi', bsuid, hidePhone: true }));
    expect(mapped).toEqual({ ...message, customer_id: bsuid, content: 'oi', profile: { name: 'Ana' } });
  });

  it('are no phone number where they come as one', () => {
    const mapped = mapEvent(events.whatsappText({ ...from, customerId: bsuid, text: 'oi' }));
    expect(mapped).toMatchObject({ customer_id: bsuid, profile: { name: 'Ana' } });
    expect(mapped).not.toMatchObject({ profile: { phone: expect.anything() } });
  });

  it('link a status too', () => {
    const mapped = mapEvent(events.whatsappStatus({ ...ofOurs, status: 'read', recipientBsuid: bsuid }));
    expect(mapped).toEqual({ ...status, status: 'read', customer_aliases: [bsuid] });
  });

  it('have different keys when the user id changes', () => {
    const event = events.whatsappUserIdChanged({ ...from, bsuid, newBsuid: 'BR.2' });
    const change = { kind: 'id_change', ...base, external_id: 'wamid.1', new_ids: ['BR.2'] };
    expect(mapEvent(event)).toEqual({ ...change, customer_aliases: [bsuid] });
    const hidden = events.whatsappUserIdChanged({ ...from, bsuid, newBsuid: 'BR.2', hidePhone: true });
    expect(mapEvent(hidden)).toEqual({ ...change, customer_id: bsuid });
  });

  it('takes messages and statuses mixed in one value, each with its own contact', () => {
    const ana = events.whatsappText({ ...from, text: 'a' });
    const bia = events.whatsappText({ ...from, customerId: '5521', id: 'wamid.2', name: 'Bia', text: 'b' });
    const sent = events.whatsappStatus({ ...ofOurs, status: 'sent' });
    const value = events.mergeWhatsappValues(
      [ana, bia, sent].map(({ item }) => item['value'] as events.WebhookEvent['item']),
    );
    const payload = { object: ana.object, entry: [{ id: ana.entryId, changes: [{ field: 'messages', value }] }] };
    expect(mapPayload(payload)).toMatchObject([
      { content: 'a', profile: { name: 'Ana' } },
      { content: 'b', profile: { name: 'Bia' } },
      { kind: 'status' },
    ]);
  });
});
