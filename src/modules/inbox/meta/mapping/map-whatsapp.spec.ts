import * as events from '../../../../../sandbox/events/index.js';
import { mapEvent, mapPayload } from '../../../../../test/support/mapping.js';

const customerId = '551188887777';
const at = 1_790_000_000_000;
const from = { customerId, at, id: 'wamid.1', name: 'Ana' };
const base = { customer_id: customerId, at: new Date(at) };
const message = {
  kind: 'message',
  ...base,
  external_id: 'wamid.1',
  author: 'contact',
  content: '',
  attachments: [],
  profile: { name: 'Ana', phone: customerId },
};
const forwarded = { ...message, content: 'oi', context: { forwarded: 'once' } };
const forwardedOften = { ...message, content: 'oi', context: { forwarded: 'often' } };
const status = { kind: 'status', ...base, external_ids: ['wamid.out'] };
const ofOurs = { messageId: 'wamid.out', recipientId: customerId, at };
const media = (type: 'image' | 'video' | 'audio' | 'document' | 'sticker', more: object = {}) =>
  events.whatsappMedia({ ...from, type, mediaId: '42', mimeType: 'x/y', ...more });

describe('mapWhatsapp', () => {
  it.each<[string, events.WebhookEvent, unknown]>([
    ['a text', events.whatsappText({ ...from, text: 'oi' }), { ...message, content: 'oi' }],
    [
      'a reply',
      events.whatsappText({ ...from, text: 'oi', replyTo: 'wamid.0' }),
      { ...message, content: 'oi', context: { reply_to_external_id: 'wamid.0' } },
    ],
    ['a forwarded text', events.whatsappText({ ...from, text: 'oi', forwarded: true }), forwarded],
    ['a text forwarded often', events.whatsappText({ ...from, text: 'oi', forwarded: 'often' }), forwardedOften],
    [
      'a chat opened from an ad',
      events.whatsappText({
        ...from,
        text: 'oi',
        referral: {
          source_type: 'ad',
          source_id: '9',
          headline: 'Bath',
          source_url: 'https://fb.me/1',
          ctwa_clid: 'c',
        },
      }),
      {
        ...message,
        content: 'oi',
        context: { referral: { source: 'ad', ad_id: '9', headline: 'Bath', url: 'https://fb.me/1', ref: 'c' } },
      },
    ],
    [
      'a picture with a caption',
      media('image', { caption: 'my dog' }),
      { ...message, content: 'my dog', attachments: [{ type: 'image', media_id: '42', mime_type: 'x/y' }] },
    ],
    [
      'a document with its name',
      media('document', { filename: 'card.pdf' }),
      {
        ...message,
        attachments: [{ type: 'file', media_id: '42', mime_type: 'x/y', file_description: 'card.pdf' }],
      },
    ],
    ...(['video', 'audio', 'sticker'] as const).map(
      (type) =>
        [type, media(type), { ...message, attachments: [{ type, media_id: '42', mime_type: 'x/y' }] }] as [
          string,
          events.WebhookEvent,
          unknown,
        ],
    ),
    [
      'a place',
      events.whatsappLocation({ ...from, latitude: -23.5, longitude: -46.6, placeName: 'Vet', address: 'Rua 1' }),
      { ...message, attachments: [{ type: 'location', file_description: 'Vet · Rua 1 · -23.5, -46.6' }] },
    ],
    [
      'contact cards, with and without a name',
      events.whatsappContacts({
        ...from,
        contacts: [
          { name: { formatted_name: 'Dr. Bia' }, phones: [{ phone: '+55 11 1', wa_id: '55111' }] },
          { phones: [{ wa_id: '55112' }] },
          {},
        ],
      }),
      {
        ...message,
        attachments: [
          { type: 'contact', file_description: 'Dr. Bia +55 11 1' },
          { type: 'contact', file_description: '55112' },
          { type: 'contact' },
        ],
      },
    ],
    [
      'a pressed button',
      events.whatsappButtonReply({ ...from, buttonId: 'yes', title: 'Sim' }),
      { ...message, content: 'Sim', context: { button: { payload: 'yes', title: 'Sim' } } },
    ],
    [
      'a row of a list',
      events.whatsappListReply({ ...from, rowId: 'bath', title: 'Bath' }),
      { ...message, content: 'Bath', context: { button: { payload: 'bath', title: 'Bath' } } },
    ],
    [
      'a finished form whose answers are no object',
      events.whatsappFlowReply({ ...from, responseJson: '"just text"' }),
      { ...message, content: 'Sent', context: { button: { payload: '"just text"', title: 'flow' } } },
    ],
    [
      'interactive without its body',
      events.whatsappMessage(from, 'interactive', {}),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'interactive' }] },
    ],
    [
      'a button of a template',
      events.whatsappTemplateButton({ ...from, payload: 'OK', text: 'Confirm' }),
      { ...message, content: 'Confirm', context: { button: { payload: 'OK', title: 'Confirm' } } },
    ],
    [
      'a cart',
      events.whatsappOrder({
        ...from,
        catalogId: 'c',
        text: 'please',
        items: [{ product_retailer_id: 'food', quantity: 2, item_price: 10, currency: 'BRL' }],
      }),
      { ...message, content: 'please\n2 × food (10 BRL)' },
    ],
    [
      'a poll',
      events.whatsappUnsupported({ ...from, kind: 'poll' }),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'poll' }] },
    ],
    [
      'what is not handed over',
      events.whatsappUnsupported(from),
      {
        ...message,
        attachments: [{ type: 'unsupported', file_description: 'Message type is currently not supported.' }],
      },
    ],
    [
      'a kind of tomorrow',
      events.whatsappMessage(from, 'telepathy', { telepathy: { x: 1 } }),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'telepathy' }] },
    ],
    [
      'a kind with the name of a method',
      events.whatsappMessage(from, 'constructor', {}),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'constructor' }] },
    ],
    [
      'a reaction',
      events.whatsappReaction({ ...from, messageId: 'wamid.0', emoji: '👍' }),
      { kind: 'reaction', ...base, target_external_id: 'wamid.0', emoji: '👍' },
    ],
    [
      'a reaction taken back by an empty emoji',
      events.whatsappReaction({ ...from, messageId: 'wamid.0', emoji: '' }),
      { kind: 'reaction', ...base, target_external_id: 'wamid.0', emoji: null },
    ],
    [
      'a reaction taken back without the key',
      events.whatsappReaction({ ...from, messageId: 'wamid.0' }),
      { kind: 'reaction', ...base, target_external_id: 'wamid.0', emoji: null },
    ],
    [
      'a changed text',
      events.whatsappEdited({ ...from, originalId: 'wamid.0', text: 'new' }),
      { kind: 'edit', ...base, target_external_id: 'wamid.0', content: 'new' },
    ],
    [
      'an unsent message',
      events.whatsappRevoked({ ...from, originalId: 'wamid.0' }),
      { kind: 'deletion', ...base, target_external_id: 'wamid.0' },
    ],
    [
      'a new number',
      events.whatsappNumberChanged({ ...from, newWaId: '5511', newBsuid: 'BR.2' }),
      { kind: 'id_change', ...base, external_id: 'wamid.1', new_ids: ['5511', 'BR.2'] },
    ],
    ['sent', events.whatsappStatus({ ...ofOurs, status: 'sent' }), { ...status, status: 'sent' }],
    [
      'delivered, with what we gave along',
      events.whatsappStatus({ ...ofOurs, status: 'delivered', callbackData: 'our-id' }),
      { ...status, status: 'delivered', correlation_id: 'our-id' },
    ],
    ['played', events.whatsappStatus({ ...ofOurs, status: 'played' }), { ...status, status: 'read' }],
    [
      'failed with details',
      events.whatsappStatus({ ...ofOurs, status: 'failed', error: { code: 131047, title: 'T', details: '24 h' } }),
      {
        ...status,
        status: 'failed',
        error: { code: 'WINDOW_CLOSED', message: expect.stringContaining('send a template') as string },
      },
    ],
    [
      'failed without a reason',
      events.whatsappStatus({ ...ofOurs, status: 'failed' }),
      { ...status, status: 'failed' },
    ],
    [
      'deleted',
      events.whatsappStatus({ ...ofOurs, status: 'deleted' }),
      { kind: 'deletion', ...base, target_external_id: 'wamid.out' },
    ],
  ])('maps %s', (_, event, expected) => {
    expect(mapEvent(event)).toEqual(expected);
  });

  it('takes an error whose data is a text', () => {
    const event = events.whatsappStatus({
      ...ofOurs,
      status: 'failed',
      error: { code: 100, title: 'T', details: 'd' },
    });
    const json = JSON.stringify(event).replace('{"details":"d"}', '"plain"');
    expect(mapEvent(JSON.parse(json) as typeof event)).toMatchObject({
      error: { code: 'BAD_REQUEST', message: 'Bad request', details: 'T: plain' },
    });
  });

  it.each([
    ['a new safety number', events.whatsappIdentityChanged({ ...from, hash: 'h' })],
    ['an opened chat', events.whatsappWelcome(from)],
    ['a group message', events.whatsappText({ ...from, text: 'oi', groupId: 'g' })],
    [
      'a template notice',
      events.whatsappOther({ field: 'message_template_status_update', value: { event: 'APPROVED' } }),
    ],
  ])('passes over %s', (_, event) => {
    expect(mapEvent(event)).toBeUndefined();
  });

  it('takes the test button of the dashboard', () => {
    expect(mapPayload(events.whatsappTestPayload())).toEqual([
      {
        kind: 'message',
        customer_id: '16315551181',
        at: new Date(1_504_902_988_000),
        external_id: 'ABGGFlA5Fpa',
        author: 'contact',
        content: 'this is a text message',
        attachments: [],
        profile: { name: 'test user name', phone: '16315551181' },
      },
    ]);
  });
});
