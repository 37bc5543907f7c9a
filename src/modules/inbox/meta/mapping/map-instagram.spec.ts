import * as events from '../../../../../sandbox/events/index.js';
import { mapEvent, mapPayload } from '../../../../../test/support/mapping.js';

const customerId = '8001';
const at = 1_790_000_000_123;
const by = { customerId, at };
const base = { customer_id: customerId, at: new Date(at) };
const said = { ...by, mid: 'aWdf1' };
const message = { kind: 'message', ...base, external_id: 'aWdf1', author: 'contact', content: '', attachments: [] };

describe('mapInstagram', () => {
  it.each<[string, events.WebhookEvent, unknown]>([
    ['a text', events.instagramText({ ...said, text: 'oi' }), { ...message, content: 'oi' }],
    [
      'a quick reply',
      events.instagramQuickReply({ ...said, title: 'Sim', payload: 'YES' }),
      { ...message, content: 'Sim', context: { button: { payload: 'YES', title: 'Sim' } } },
    ],
    [
      'an answer to a story',
      events.instagramStoryReply({ ...said, text: 'cute', storyUrl: 'https://s.example/1', storyId: '179' }),
      { ...message, content: 'cute', context: { story: { kind: 'reply', id: '179', url: 'https://s.example/1' } } },
    ],
    [
      'a mention in a story',
      events.instagramStoryMention({ ...said, url: 'https://s.example/2' }),
      {
        ...message,
        attachments: [{ type: 'story', source_url: 'https://s.example/2' }],
        context: { story: { kind: 'mention', url: 'https://s.example/2' } },
      },
    ],
    ...['share', 'ig_reel', 'ig_post'].map(
      (type) =>
        [
          type,
          events.instagramAttachments({ ...said, attachments: [{ type, url: 'https://s.example/3' }] }),
          {
            ...message,
            attachments: [{ type: 'share', link_url: 'https://s.example/3', file_description: 'https://s.example/3' }],
          },
        ] as [string, events.WebhookEvent, unknown],
    ),
    ['a heart, which has no payload', events.instagramLikeHeart(said), { ...message, content: '❤️' }],
    [
      'what is not handed over',
      events.instagramUnsupported(said),
      { ...message, attachments: [{ type: 'unsupported' }] },
    ],
    [
      'what is not handed over, as an attachment',
      events.instagramUnsupported({ ...said, asAttachment: true }),
      { ...message, attachments: [{ type: 'unsupported', file_description: 'unsupported_type' }] },
    ],
    [
      'an echo, mostly without an app id',
      events.instagramEcho({ ...said, text: 'hi' }),
      { ...message, author: 'business', content: 'hi' },
    ],
    [
      'an echo of a mention of others',
      events.instagramEcho({ ...said, attachments: [{ type: 'story_mention', url: 'https://s.example/4' }] }),
      {
        ...message,
        author: 'business',
        attachments: [{ type: 'story', source_url: 'https://s.example/4' }],
        context: { story: { kind: 'mention', url: 'https://s.example/4' } },
      },
    ],
    [
      'an unsent message',
      events.instagramDeleted({ ...by, mid: 'aWdf1' }),
      { kind: 'deletion', ...base, target_external_id: 'aWdf1' },
    ],
    [
      'a reaction',
      events.instagramReaction({ ...by, mid: 'aWdf1' }),
      { kind: 'reaction', ...base, target_external_id: 'aWdf1', emoji: '❤️' },
    ],
    [
      'a seen receipt, which names a message',
      events.instagramSeen({ ...by, mid: 'aWdf1' }),
      { kind: 'status', ...base, status: 'read', external_ids: ['aWdf1'] },
    ],
    [
      'an ice breaker',
      events.instagramPostback({ ...said, title: 'Prices?', payload: 'PRICES' }),
      { ...message, content: 'Prices?', context: { button: { payload: 'PRICES', title: 'Prices?' } } },
    ],
    [
      'a message while another app owns the thread',
      events.instagramStandby(events.instagramText({ ...said, text: 'oi' })),
      { ...message, content: 'oi', is_standby: true },
    ],
  ])('maps %s', (_, event, expected) => {
    expect(mapEvent(event)).toEqual(expected);
  });

  it('passes over comments, mentions and a referral alone', () => {
    expect(mapEvent(events.instagramReferral({ ...by, ref: 'x' }))).toMatchObject({
      kind: 'referral',
      referral: { ref: 'x' },
    });
    expect(mapEvent(events.instagramMention({ mediaId: '1' }))).toBeUndefined();
    expect(mapEvent(events.instagramComment({ text: 'wow', from: { id: '1', username: 'a' } }))).toBeUndefined();
  });

  it.each([
    ['as an event', events.instagramTestPayload()],
    ['as a change', events.instagramTestChangePayload()],
  ])('takes the test button of the dashboard %s', (_, payload) => {
    expect(mapPayload(payload)).toEqual([
      {
        ...message,
        customer_id: '12334',
        at: new Date(1_527_459_824_000),
        external_id: 'random_mid',
        content: 'random_text',
      },
    ]);
  });
});
