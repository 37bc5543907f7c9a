import {
  buildPayload,
  instagramComment,
  instagramLikeHeart,
  instagramSeen,
  instagramStandby,
  instagramStoryReply,
  instagramTestPayload,
  messengerDelivery,
  messengerEcho,
  messengerOther,
  messengerPostback,
  messengerRead,
  pageComment,
  pageReaction,
  whatsappErrorOnly,
  whatsappNumberChanged,
  whatsappReaction,
  whatsappStatus,
  whatsappText,
  whatsappUnsupported,
  type WebhookEvent,
} from './index.ts';

const AT = 1_790_000_000_123;
const valueOf = (event: WebhookEvent) => event.item['value'];

describe('event builders', () => {
  it('builds Messenger events', () => {
    const who = { customerId: '7', at: AT };
    const to = { sender: { id: '7' }, recipient: { id: '1000000000000001' }, timestamp: AT };
    expect(messengerPostback({ ...who, title: 'Start', payload: 'GO', mid: null })).toMatchObject({
      id: `7:${AT}:GO`,
      field: 'messaging_postbacks',
      item: { ...to, postback: { title: 'Start', payload: 'GO' } },
    });
    expect(messengerRead({ ...who, watermark: 5 }).item).toEqual({ ...to, read: { watermark: 5 } });
    expect(messengerDelivery({ ...who, watermark: 5 }).item).toEqual({ ...to, delivery: { watermark: 5 } });
    expect(messengerEcho({ ...who, mid: 'm', text: 'x', appId: '123' }).item).toEqual({
      sender: to.recipient,
      recipient: to.sender,
      timestamp: AT,
      message: { mid: 'm', is_echo: true, app_id: 123, text: 'x' },
    });
    const body = { pass_thread_control: { previous_owner_app_id: null, new_owner_app_id: '222' } };
    expect(messengerOther({ ...who, field: 'messaging_handovers', body }).item).toEqual({ ...to, ...body });
  });

  it('builds Instagram events', () => {
    const who = { customerId: '8', at: AT };
    expect(instagramLikeHeart({ ...who, mid: 'a' }).item['message']).toEqual({
      mid: 'a',
      attachments: [{ type: 'like_heart' }],
    });
    expect(instagramStoryReply({ ...who, mid: 'a', text: 'x', storyUrl: 'u', storyId: '9' }).item['message']).toEqual({
      mid: 'a',
      text: 'x',
      reply_to: { story: { url: 'u', id: '9' } },
    });
    expect(instagramSeen({ ...who, mid: 'a' }).item['read']).toEqual({ mid: 'a' });
    const standby = buildPayload([instagramStandby(instagramLikeHeart(who))]);
    expect(standby).toMatchObject({
      object: 'instagram',
      entry: [{ id: '17841400000000001', time: AT, standby: [{}] }],
    });
    expect(instagramTestPayload()).toMatchObject({ entry: [{ id: '0', messaging: [{ timestamp: '1527459824' }] }] });
  });

  it('builds feed events with times in seconds', () => {
    const comment = pageComment({ text: 'price?', from: null, at: AT, postId: 'P_1', commentId: 'P_1_2' });
    expect(valueOf(comment)).toMatchObject({
      item: 'comment',
      verb: 'add',
      parent_id: 'P_1',
      created_time: 1_790_000_000,
    });
    expect(valueOf(comment)).not.toHaveProperty('from');
    expect(buildPayload([comment])).toMatchObject({ entry: [{ time: 1_790_000_000, changes: [{ field: 'feed' }] }] });
    const reaction = pageReaction({ postId: 'P_1', commentId: 'P_1_2', from: { id: '1', name: 'A' }, at: AT });
    expect(valueOf(reaction)).toMatchObject({ item: 'reaction', comment_id: 'P_1_2' });
    const reel = instagramComment({ text: 'x', from: { id: '8', username: 'ana' }, mediaType: 'REELS' });
    expect(valueOf(reel)).toMatchObject({ media: { media_product_type: 'REELS' } });
  });

  it('builds WhatsApp events of strings, with and without a phone number', () => {
    const shown = whatsappText({ customerId: '55', bsuid: 'BR.1', id: 'w', text: 'x', at: AT });
    expect(valueOf(shown)).toMatchObject({
      contacts: [{ wa_id: '55', user_id: 'BR.1' }],
      messages: [{ from: '55', from_user_id: 'BR.1', timestamp: '1790000000', type: 'text', text: { body: 'x' } }],
    });
    const hidden = whatsappText({ customerId: '55', bsuid: 'BR.1', hidePhone: true, text: 'x' });
    expect(JSON.stringify(hidden.item)).not.toContain('"55"');
    expect(hidden.customer?.customerId).toBe('BR.1');
    expect(valueOf(whatsappNumberChanged({ customerId: '55', newWaId: '66' }))).not.toHaveProperty('contacts');
    expect(valueOf(whatsappReaction({ customerId: '55', messageId: 'w' }))).toMatchObject({
      messages: [{ reaction: { message_id: 'w' } }],
    });
    expect(valueOf(whatsappUnsupported({ customerId: '55' }))).toMatchObject({
      messages: [{ errors: [{ code: 131051 }] }],
    });
  });

  it('builds WhatsApp statuses and error-only deliveries', () => {
    const error = { code: 131047, title: 'Re-engagement message', details: 'late' };
    const failed = whatsappStatus({ messageId: 'w', status: 'failed', recipientId: '55', error, at: AT });
    expect(valueOf(failed)).toMatchObject({
      statuses: [
        {
          id: 'w',
          status: 'failed',
          timestamp: '1790000000',
          errors: [{ code: 131047, error_data: { details: 'late' } }],
        },
      ],
    });
    expect(failed.id).toBe('w:failed');
    expect(Object.keys(valueOf(whatsappErrorOnly({ error })) as object)).toEqual([
      'messaging_product',
      'metadata',
      'errors',
    ]);
  });
});
