import * as events from '../../../../../sandbox/events/index.js';
import { DEFAULT_PAGE_ID } from '../../../../../sandbox/channels.js';
import { mapEvent, mapPayload } from '../../../../../test/support/mapping.js';

const customerId = '7001';
const at = 1_790_000_000_123;
const by = { customerId, at };
const base = { customer_id: customerId, at: new Date(at) };
const message = { kind: 'message', ...base, external_id: 'm_1', author: 'contact', content: '', attachments: [] };
const said = { ...by, mid: 'm_1' };
const sent = (type: string, url?: string, payload?: Record<string, unknown>) =>
  events.messengerAttachments({ ...said, attachments: [{ type, ...(url && { url }), ...(payload && { payload }) }] });

describe('mapMessenger', () => {
  it.each<[string, events.WebhookEvent, unknown]>([
    ['a text', events.messengerText({ ...said, text: 'oi 🐶' }), { ...message, content: 'oi 🐶' }],
    [
      'a reply',
      events.messengerText({ ...said, text: 'sim', replyTo: 'm_0' }),
      { ...message, content: 'sim', context: { reply_to_external_id: 'm_0' } },
    ],
    [
      'the first message after an ad',
      events.messengerText({
        ...said,
        text: 'oi',
        referral: {
          ref: 'r',
          source: 'ADS',
          ad_id: '9',
          ads_context_data: { ad_title: 'Bath', photo_url: 'https://p/1' },
        },
      }),
      {
        ...message,
        content: 'oi',
        context: { referral: { ref: 'r', source: 'ADS', ad_id: '9', headline: 'Bath', url: 'https://p/1' } },
      },
    ],
    [
      'a quick reply',
      events.messengerQuickReply({ ...said, title: 'Sim', payload: 'YES' }),
      { ...message, content: 'Sim', context: { button: { payload: 'YES', title: 'Sim' } } },
    ],
    ...(['image', 'video', 'audio', 'file'] as const).map(
      (type) =>
        [
          type,
          sent(type, 'https://scontent.example/a'),
          { ...message, attachments: [{ type, source_url: 'https://scontent.example/a' }] },
        ] as [string, events.WebhookEvent, unknown],
    ),
    [
      'a thumbs-up',
      events.messengerSticker({ ...said, url: 'https://scontent.example/like' }),
      { ...message, attachments: [{ type: 'sticker', source_url: 'https://scontent.example/like' }] },
    ],
    [
      'a place',
      events.messengerLocation({ ...said, lat: 1.25, long: -46.5 }),
      { ...message, attachments: [{ type: 'location', file_description: '1.25, -46.5' }] },
    ],
    [
      'a shared link',
      sent('fallback', 'https://shop.example/', { title: 'Shop' }),
      { ...message, attachments: [{ type: 'share', link_url: 'https://shop.example/', file_description: 'Shop' }] },
    ],
    [
      'a shared reel with a path for an address',
      sent('reel', '/reel/123/'),
      {
        ...message,
        attachments: [
          {
            type: 'share',
            link_url: 'https://www.facebook.com/reel/123/',
            file_description: 'https://www.facebook.com/reel/123/',
          },
        ],
      },
    ],
    [
      'an attachment of a new kind',
      sent('hologram', 'https://x.example/'),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'hologram' }] },
    ],
    [
      'an image without an address',
      sent('image'),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'image' }] },
    ],
    [
      'what Meta does not hand over',
      events.messengerUnsupported(said),
      { ...message, attachments: [{ type: 'unsupported' }] },
    ],
    [
      'a message while another app owns the thread',
      events.messengerStandby(events.messengerText({ ...said, text: 'oi' })),
      { ...message, content: 'oi', is_standby: true },
    ],
    [
      'an echo of our own send',
      events.messengerEcho({ ...said, text: 'hello', appId: '600000000000001', metadata: 'our-id' }),
      { ...message, author: 'business', content: 'hello', correlation_id: 'our-id', app_id: '600000000000001' },
    ],
    [
      'an echo of the page inbox',
      events.messengerEcho({ ...said, text: 'hello', appId: '263902037430900' }),
      { ...message, author: 'business', content: 'hello', app_id: '263902037430900' },
    ],
    [
      'an echo of the phone app',
      events.messengerEcho({ ...said, attachments: [{ type: 'image', url: 'https://scontent.example/a' }] }),
      { ...message, author: 'business', attachments: [{ type: 'image', source_url: 'https://scontent.example/a' }] },
    ],
    [
      'a postback',
      events.messengerPostback({ ...said, title: 'Start', payload: 'GET_STARTED', referral: { ref: 'r' } }),
      {
        ...message,
        content: 'Start',
        context: { button: { payload: 'GET_STARTED', title: 'Start' }, referral: { ref: 'r' } },
      },
    ],
    [
      'a postback of older versions',
      events.messengerPostback({ ...by, mid: null, title: 'Start', payload: 'GO' }),
      {
        ...message,
        external_id: `postback:${customerId}:${at}:GO`,
        content: 'Start',
        context: { button: { payload: 'GO', title: 'Start' } },
      },
    ],
    [
      'an unsent message',
      events.messengerDeleted({ ...by, mid: 'm_1' }),
      { kind: 'deletion', ...base, target_external_id: 'm_1' },
    ],
    [
      'a changed message',
      events.messengerEdited({ ...by, mid: 'm_1', text: 'new' }),
      { kind: 'edit', ...base, target_external_id: 'm_1', content: 'new' },
    ],
    [
      'a reaction',
      events.messengerReaction({ ...by, mid: 'm_1', emoji: '😮' }),
      { kind: 'reaction', ...base, target_external_id: 'm_1', emoji: '😮' },
    ],
    [
      'a reaction taken back',
      events.messengerReaction({ ...by, mid: 'm_1', action: 'unreact' }),
      { kind: 'reaction', ...base, target_external_id: 'm_1', emoji: null },
    ],
    [
      'a delivery that names messages',
      events.messengerDelivery({ ...by, watermark: at, mids: ['m_1', 'm_2'] }),
      { kind: 'status', ...base, status: 'delivered', external_ids: ['m_1', 'm_2'], watermark: new Date(at) },
    ],
    [
      'a delivery up to a time',
      events.messengerDelivery({ ...by, watermark: at }),
      { kind: 'status', ...base, status: 'delivered', external_ids: [], watermark: new Date(at) },
    ],
    [
      'a read receipt',
      events.messengerRead({ ...by, watermark: at }),
      { kind: 'status', ...base, status: 'read', external_ids: [], watermark: new Date(at) },
    ],
  ])('maps %s', (_, event, expected) => {
    expect(mapEvent(event)).toEqual(expected);
  });

  it.each([
    'messaging_optins/optin',
    'messaging_handovers/pass_thread_control',
    'messaging_handovers/take_thread_control',
    'messaging_handovers/request_thread_control',
    'messaging_handovers/app_roles',
    'messaging_policy_enforcement/policy_enforcement',
    'messaging_account_linking/account_linking',
    'messaging_feedback/messaging_feedback',
    'of_tomorrow/of_tomorrow',
  ])('passes over the notice %s', (name) => {
    const [field = '', key = ''] = name.split('/');
    expect(mapEvent(events.messengerOther({ ...by, field, body: { [key]: { ref: 'x' } } }))).toBeUndefined();
  });

  it('passes over a referral alone, comments and reactions of the business itself', () => {
    const reaction = events.messengerReaction({ ...by, mid: 'm_1' });
    const own = {
      ...reaction,
      item: { ...reaction.item, sender: { id: DEFAULT_PAGE_ID }, recipient: { id: customerId } },
    };
    expect(mapEvent(own)).toBeUndefined();
    expect(mapEvent(events.messengerReferral({ ...by, ref: 'camp' }))).toMatchObject({
      kind: 'referral',
      referral: { ref: 'camp', source: 'SHORTLINK' },
    });
    expect(mapEvent(events.pageComment({ text: 'how much?', from: null }))).toBeUndefined();
  });

  it('takes the test button of the dashboard', () => {
    expect(mapPayload(events.pageTestPayload())).toEqual([
      {
        ...message,
        customer_id: '12334',
        at: new Date(1_527_459_824_000),
        external_id: 'random_mid',
        content: 'random_text',
      },
    ]);
  });

  it('cuts what is too long without breaking a character, and what is too much', () => {
    const text = `${'a'.repeat(4_999)}🐶`;
    const attachments = Array.from({ length: 20 }, () => ({ type: 'image', url: 'https://s.example/a' }));
    const long = mapEvent(events.messengerText({ ...said, text }));
    const many = mapEvent(events.messengerAttachments({ ...said, attachments }));
    expect(long).toMatchObject({ content: 'a'.repeat(4_999) });
    expect(many?.kind === 'message' && many.attachments).toHaveLength(15);
  });
});
