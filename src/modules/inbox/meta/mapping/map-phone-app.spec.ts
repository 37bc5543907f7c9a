import * as events from '../../../../../sandbox/events/index.js';
import { mapEvent } from '../../../../../test/support/mapping.js';

const to = '551188887777';
const at = 1_790_000_000_000;
const base = { customer_id: to, at: new Date(at) };
const bsuid = 'BR.13491208655302741918';

describe('an event from the WhatsApp app of the business', () => {
  it('maps a text to a message of the business', () => {
    const mapped = mapEvent(events.whatsappBusinessAppEcho({ to, toBsuid: bsuid, id: 'wamid.1', text: 'hi', at }));
    const message = { kind: 'message', external_id: 'wamid.1', author: 'business', content: 'hi', attachments: [] };
    expect(mapped).toEqual({ ...message, ...base, customer_aliases: [bsuid] });
  });

  it('maps a change of the text', () => {
    const event = events.whatsappBusinessAppEdited({ to, id: 'wamid.2', originalId: 'wamid.1', text: 'new', at });
    expect(mapEvent(event)).toEqual({ kind: 'edit', ...base, target_external_id: 'wamid.1', content: 'new' });
  });

  it('maps a removal', () => {
    const event = events.whatsappBusinessAppRevoked({ to, id: 'wamid.2', originalId: 'wamid.1', at });
    expect(mapEvent(event)).toEqual({ kind: 'deletion', ...base, target_external_id: 'wamid.1' });
  });

  it('maps a reaction to a reaction of the business', () => {
    const echo = events.whatsappBusinessAppEcho({ to, id: 'wamid.3', text: '', at });
    const json = JSON.stringify(echo).replace('"type":"text"', '"type":"reaction"');
    const event = JSON.parse(json.replace('"text":{"body":""}', '"reaction":{"message_id":"wamid.0","emoji":"x"}'));
    const reaction = { kind: 'reaction', by: 'business', target_external_id: 'wamid.0', emoji: 'x' };
    expect(mapEvent(event as events.WebhookEvent)).toEqual({ ...reaction, ...base });
  });
});
