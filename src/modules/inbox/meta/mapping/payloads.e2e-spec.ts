import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import * as events from '../../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { InboundDrain } from '../../inbound-events/drain/inbound-drain.js';
import { CustomerLanes } from '../../inbound-events/lanes/customer-lanes.service.js';
import { InboundEventRecord } from '../../inbound-events/schemas/inbound-event-record.schema.js';
import type { MessageDto } from '../../messages/dto/message-response.dto.js';

const SECOND_MS = 1_000;

describe('payloads of real customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    Object.assign(inbox.sandbox.receipts.knobs, { statuses: false });
    company = await companyWithChannels(inbox);
  });
  afterAll(() => inbox.close());

  const get = (path: string): request.Test => request(inbox.app.url).get(`/api/v1${path}`).set(company.auth);
  const drained = async (): Promise<void> => {
    await inbox.sandbox.idle();
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
  };
  const deliver = async (...list: events.WebhookEvent[]): Promise<void> => {
    for (const event of list) await inbox.sandbox.webhooks.send(event);
    await drained();
  };
  const retryWaitingEvents = async (): Promise<void> => {
    const model = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name));
    await model.updateMany({ state: 'new' }, { $set: { not_before: new Date(0) } });
    await drained();
  };
  /** The messages of the only contact with this name. */
  const threadOf = async (name: string): Promise<MessageDto[]> => {
    const { body } = await get('/conversations?limit=100').expect(200);
    const rows = body.items.filter(({ contact }: { contact: { full_name: string } }) => contact.full_name === name);
    expect(rows).toHaveLength(1);
    return (await get(`/conversations/${rows[0]._id}/messages?limit=100`).expect(200)).body.items as MessageDto[];
  };

  describe('a message from the app of the business', () => {
    const at = Date.now() - 60 * SECOND_MS;
    const customer = (to: string, name: string): events.WebhookEvent =>
      events.whatsappText({ customerId: to, name, text: 'hello', at });
    const sent = (to: string, id: string): events.WebhookEvent =>
      events.whatsappBusinessAppEcho({ to, id, text: 'see you at 5 street secret', at: at + SECOND_MS });
    const revoked = (to: string, originalId: string): events.WebhookEvent =>
      events.whatsappBusinessAppRevoked({ to, originalId, id: `${originalId}.r`, at: at + 3 * SECOND_MS });

    it('changes with each edit there', async () => {
      const to = '5511970010001';
      const edit = (text: string): events.WebhookEvent =>
        events.whatsappBusinessAppEdited({
          to,
          originalId: 'app.1',
          id: `app.1.${text}`,
          text,
          at: at + 2 * SECOND_MS,
        });
      await deliver(customer(to, 'Edited Ana'), sent(to, 'app.1'), edit('six'), edit('seven'), edit('seven'));
      const [message] = await threadOf('Edited Ana');
      expect(message).toMatchObject({ content: 'seven', edited_at: expect.any(String), author: { kind: 'phone' } });
      const { body } = await get('/search?q=seven').expect(200);
      expect(JSON.stringify(body)).toContain(message?._id);
      expect(JSON.stringify((await get('/search?q=secret').expect(200)).body)).not.toContain(message?._id);
    });

    it('is removed when it is revoked there, and an edit does not bring it back', async () => {
      const to = '5511970010002';
      const late = events.whatsappBusinessAppEdited({ to, originalId: 'app.2', id: 'app.2.e', text: 'again', at });
      await deliver(customer(to, 'Revoked Bia'), sent(to, 'app.2'), revoked(to, 'app.2'), revoked(to, 'app.2'), late);
      const [message] = await threadOf('Revoked Bia');
      expect(message).toMatchObject({ content: '', deleted_at: expect.any(String) });
      const log = inbox.app.app.get<Model<object>>(getModelToken('RealtimeEventRecord'), { strict: false });
      const told = await log.find({ company_id: toObjectId(company.company._id) }).lean();
      const ofMessage = told.map((row) => JSON.stringify(row)).filter((row) => row.includes(String(message?._id)));
      expect(ofMessage).not.toEqual([]);
      expect(ofMessage.join()).not.toContain('street secret');
    });

    it('is removed when its removal comes first', async () => {
      const to = '5511970010003';
      await deliver(customer(to, 'Early Caio'), revoked(to, 'app.3'), sent(to, 'app.3'));
      await retryWaitingEvents();
      expect((await threadOf('Early Caio'))[0]).toMatchObject({ content: '', deleted_at: expect.any(String) });
    });
  });

  describe('a WhatsApp customer with several ids', () => {
    const PAIRS = 60;
    const text = (customerId: string, words: string, more: object = {}): events.WebhookEvent =>
      events.whatsappText({ customerId, name: `Two names ${customerId}`, text: words, ...more });
    const textsOf = async (name: string): Promise<string[]> =>
      (await threadOf(name)).map(({ content }) => content).reverse();

    it('keeps one contact and the order of 60 pairs, whichever id comes first', async () => {
      const customers = Array.from({ length: PAIRS }, (_, index) => ({ id: `55119720${10_000 + index}`, index }));
      const forms = (id: string): object[] => [{}, { bsuid: `BR.${id}` }, { bsuid: `BR.${id}`, hidePhone: true }];
      // In each pair, at least one event has both ids.
      const pairs = [
        [0, 1],
        [1, 2],
        [2, 1],
        [1, 0],
      ];
      await Promise.all(
        customers.map(async ({ id, index }) => {
          const at = Date.now() - 60 * SECOND_MS;
          const shown = pairs[index % pairs.length]!.map((form) => forms(id)[form]!);
          await inbox.sandbox.webhooks.send(
            shown.map((form, place) => text(id, `${place} of ${id}`, { at, ...form })),
            { batch: 2 },
          );
        }),
      );
      await drained();
      for (const { id } of customers) {
        expect(await textsOf(`Two names ${id}`)).toEqual([`0 of ${id}`, `1 of ${id}`]);
      }
    });

    it('keeps the order of events after an event that names both ids, even if each id came alone before', async () => {
      const [phone, bsuid] = ['5511970030009', 'BR.700309'];
      const [byPhone, byId] = [text(phone, 'a'), text(phone, 'b', { bsuid, hidePhone: true })];
      const lanes = inbox.app.app.get(CustomerLanes, { strict: false });
      const known = (): Promise<string[]> =>
        Promise.all([phone, bsuid].map((id) => lanes.find('whatsapp', ACCOUNTS.whatsapp, id)));
      await deliver(byPhone, byId);
      expect(new Set(await known()).size).toBe(2);
      await Promise.all(['c', 'd', 'e'].map((words) => deliver(text(phone, words, { bsuid }))));
      expect(new Set(await known()).size).toBe(1);
    });

    it('keeps one contact and one conversation after a new number and a new user id', async () => {
      const [old, newWaId, bsuid] = ['5511970030001', '5511970030002', 'BR.700300'];
      const more = { name: 'Moved Dora', bsuid };
      const changed = events.whatsappNumberChanged({ customerId: old, newWaId });
      const newId = events.whatsappUserIdChanged({ customerId: newWaId, bsuid, newBsuid: 'BR.700301' });
      const hidden = { name: 'Moved Dora', bsuid: 'BR.700301', hidePhone: true };
      await deliver(text(old, 'old', more), changed, changed, text(newWaId, 'new', { name: 'Moved Dora' }));
      await deliver(newId, text(newWaId, 'hidden', hidden));
      const thread = await threadOf('Moved Dora');
      expect(thread.map(({ content }) => content).reverse()).toEqual([
        'old',
        `The customer changed from ${old} to ${newWaId}`,
        'new',
        `The customer changed from ${newWaId} to BR.700301`,
        'hidden',
      ]);
      const line = { author: { kind: 'system' }, visibility: 'internal' };
      expect(thread[3]).toMatchObject({ ...line, context: { id_change: { old_id: old, is_taken: false } } });
      const { body } = await get(`/contacts/${thread[0]?.contact_id}`).expect(200);
      expect(body.social.whatsapp_id).toBe(newWaId);
    });

    it('is not merged with the contact who has the new number; a merge is suggested', async () => {
      const [old, newWaId] = ['5511970030003', '5511970030004'];
      await deliver(text(old, 'a', { name: 'Old Eva' }), text(newWaId, 'b', { name: 'New Eva' }));
      await deliver(events.whatsappNumberChanged({ customerId: old, newWaId }), text(newWaId, 'c'));
      expect(await textsOf('New Eva')).toEqual(['b', 'c']);
      const thread = await threadOf('Old Eva');
      expect(thread[0]).toMatchObject({ context: { id_change: { is_taken: true } } });
      const { body } = await get(`/contacts/${thread[0]?.contact_id}/merge-suggestions`).expect(200);
      expect(body.items).toMatchObject([{ contact: { full_name: 'New Eva' } }]);
    });
  });

  it('shows the shared page, that a message was forwarded, and by which ad a known customer came', async () => {
    const customerId = '7710001';
    const shared = events.messengerAttachments({
      customerId,
      attachments: [{ type: 'fallback', url: 'https://shop.example/bed', payload: { title: 'A bed' } }],
    });
    const ad = { adId: 'ad.7', source: 'ADS', ref: 'spring', adsContext: { ad_title: 'Spring', post_id: 'post.7' } };
    const came = events.messengerReferral({ customerId, ...ad });
    await deliver(shared, came, came);
    const { body } = await get('/conversations?platform=facebook').expect(200);
    const [row] = body.items;
    const { items } = (await get(`/conversations/${row._id}/messages`).expect(200)).body;
    const referral = { source: 'ADS', ref: 'spring', ad_id: 'ad.7', post_id: 'post.7', headline: 'Spring' };
    expect(row).toMatchObject({ last_referral: referral, unread_count: 1 });
    expect(items).toMatchObject([
      { author: { kind: 'system' }, visibility: 'internal', context: { referral } },
      {
        attachments: [
          { type: 'share', state: 'stored', link_url: 'https://shop.example/bed', file_description: 'A bed' },
        ],
      },
    ]);
    const sender = { customerId: '5511970040001', name: 'Forwarding Fay' };
    const clicked = { source_type: 'ad', source_id: 'ad.8', ctwa_clid: 'click.8' };
    await deliver(events.whatsappText({ ...sender, text: 'hi' }));
    await deliver(events.whatsappText({ ...sender, text: 'look', forwarded: true, referral: clicked }));
    const [message] = await threadOf('Forwarding Fay');
    const byClick = { source: 'ad', ad_id: 'ad.8', ref: 'click.8' };
    expect(message).toMatchObject({ context: { forwarded: 'once', referral: byClick } });
    const of = await get(`/conversations/${message?.conversation_id}`).expect(200);
    expect(of.body).toMatchObject({ last_referral: byClick });
  });

  it('lists social events until their author is deleted', async () => {
    const [customerId, other] = ['7720001', '7720002'];
    const [page, account] = [ACCOUNTS.facebook, ACCOUNTS.instagram];
    const from = { id: customerId, name: 'Public Pia' };
    const commentId = `${page}_1_9`;
    const comment = { from, commentId, postId: `${page}_1` };
    const own = { from: { id: page, name: 'Patas' }, postId: `${page}_1`, parentId: commentId, text: 'R$ 90' };
    await deliver(events.messengerText({ customerId, text: 'hi' }), events.pageComment({ ...comment, text: 'price?' }));
    await deliver(events.pageComment({ ...comment, text: 'what price?', verb: 'edited' }), events.pageComment(own));
    await deliver(events.pageReaction({ from: { id: other, name: 'Rex' }, postId: `${page}_1`, type: 'wow' }));
    const asked = { commentId: '17900', mediaId: '18000', parentId: '18000', from: { id: '5', username: 'ana' } };
    await deliver(
      events.instagramComment({ ...asked, text: 'and cats?' }),
      events.instagramMention({ mediaId: '18001' }),
    );
    const list = async (query = ''): Promise<Record<string, unknown>[]> =>
      (await get(`/social-events?limit=100${query}`).expect(200)).body.items;
    const ids = { external_id: commentId, post_id: `${page}_1`, parent_id: null };
    expect(await list('&kind=comment')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...ids, verb: 'edit', author: from, text: 'what price?', is_own: false }),
        expect.objectContaining({ author: own.from, parent_id: commentId, is_own: true }),
        expect.objectContaining({ external_id: '17900', parent_id: null, author: { id: '5', name: 'ana' } }),
      ]),
    );
    const [mention] = await list('&kind=mention');
    const ofInstagram = await list(`&channel_id=${String(mention?.['channel_id'])}`);
    expect(ofInstagram.map(({ kind }) => kind).sort()).toEqual(['comment', 'mention']);
    expect(await list('&kind=reaction')).toMatchObject([{ details: { reaction: 'wow' }, author: { id: other } }]);
    await deliver(events.instagramComment({ from: { id: account, username: 'patas' }, text: 'Thanks!' }));
    const { items } = (await get('/contacts?platform=facebook&limit=100').expect(200)).body;
    const pia = items.find(({ social }: { social: { facebook_id?: string } }) => social.facebook_id === customerId);
    await request(inbox.app.url).delete(`/api/v1/contacts/${pia._id}`).set(company.auth).expect(204);
    const left = await list();
    expect(left).toHaveLength(5);
    expect(JSON.stringify(left)).not.toContain(customerId);
  });
});
