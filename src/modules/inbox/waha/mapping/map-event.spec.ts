import type { JsonObject } from '../../../../core/json/index.js';
import type { InboundEvent } from '../../messages/index.js';
import { toItem } from '../webhook/split-event.js';
import { mapEvent } from './map-event.js';

const LENA = '5511988887777';
const CHAT = `${LENA}@c.us`;
const LID = '36047558887777@lid';
const ME = '5511999990001@c.us';
const SECONDS = 1_790_000_000;

/** A delivery as WAHA 2026.7 sends it. */
const delivery = (event: string, payload: JsonObject): JsonObject => ({
  id: 'evt_01jexample',
  timestamp: SECONDS * 1_000 + 123,
  event,
  session: 'front-desk',
  me: { id: ME, pushName: 'Patas' },
  engine: 'GOWS',
  payload,
});
const message = (more: JsonObject = {}): JsonObject =>
  delivery('message.any', {
    id: `false_${CHAT}_3EB0AA`,
    timestamp: SECONDS,
    from: CHAT,
    fromMe: false,
    source: 'app',
    to: ME,
    participant: null,
    body: 'oi',
    hasMedia: false,
    media: null,
    ack: 1,
    vCards: [],
    replyTo: null,
    _data: { Info: { PushName: 'Lena' } },
    ...more,
  });

function map(envelope: JsonObject): InboundEvent | undefined {
  const item = toItem('key', envelope);
  if (!item) return undefined;
  const { platform, external_id, kind, payload, provider_at = new Date(0) } = item;
  return mapEvent({ platform, external_id, kind, item: JSON.stringify(payload), provider_at });
}
const keyOf = (envelope: JsonObject): string | undefined => toItem('key', envelope)?.key;

describe('events of WAHA', () => {
  it('maps a text of a customer', () => {
    expect(map(message())).toEqual({
      kind: 'message',
      customer_id: LENA,
      at: new Date(SECONDS * 1_000),
      external_id: '3EB0AA',
      author: 'contact',
      content: 'oi',
      attachments: [],
      profile: { name: 'Lena', phone: LENA },
    });
  });

  it('gives the copies under a number and under a hidden id one key, also from `message`', () => {
    const twin = message({ id: `false_${LID}_3EB0AA`, from: LID });
    const both = [keyOf(message()), keyOf(twin), keyOf({ ...message(), event: 'message', id: 'evt_other' })];
    expect(new Set(both)).toEqual(new Set(['message:3EB0AA']));
    expect(map(twin)).toMatchObject({ customer_id: LID, external_id: '3EB0AA' });
  });

  it('prefers the number that an engine tells beside a hidden id', () => {
    const known = message({
      id: `false_${LID}_3EB0AA`,
      from: LID,
      _data: { Info: { SenderAlt: `${LENA}:7@s.whatsapp.net` } },
    });
    expect(map(known)).toMatchObject({ customer_id: LENA, customer_aliases: [LID] });
    expect(toItem('key', known)?.customer_ids).toEqual([LID, LENA]);
  });

  it('leaves out groups, channels, broadcasts and statuses', () => {
    for (const chat of ['120363000000000000@g.us', '1234567890@newsletter', 'status@broadcast', '55119@broadcast'])
      expect(toItem('key', message({ id: `false_${chat}_3EB0AA`, from: chat }))).toBeUndefined();
  });

  it('tells what staff wrote on the phone from our own messages', () => {
    const own = { id: `true_${CHAT}_3EB0BB`, from: ME, to: CHAT, fromMe: true };
    const [phone, api] = [map(message({ ...own, source: 'app' })), map(message({ ...own, source: 'api' }))];
    expect(phone).toMatchObject({ author: 'business', customer_id: LENA, app_id: 'whatsapp-phone' });
    expect(phone).not.toHaveProperty('profile');
    expect(api).toMatchObject({ author: 'business', customer_id: LENA });
    expect(api).not.toHaveProperty('app_id');
  });

  it.each([
    ['image/jpeg', 'image'],
    ['audio/ogg; codecs=opus', 'audio'],
    ['image/webp', 'sticker'],
    ['application/pdf', 'file'],
  ])('maps a file of %s', (mimetype, type) => {
    const media = { url: 'http://localhost:3000/api/files/a', mimetype, filename: null, error: null };
    expect(map(message({ body: '', hasMedia: true, media }))).toMatchObject({
      attachments: [{ type, source_url: media.url, mime_type: mimetype.split(';')[0] }],
    });
  });

  it('shows a placeholder for a file that the server did not download, and for unknown content', () => {
    for (const more of [{ hasMedia: true, media: null }, { hasMedia: true, media: { url: null, error: 'x' } }, {}])
      expect(map(message({ body: '', ...more }))).toMatchObject({ attachments: [{ type: 'unsupported' }] });
    expect(map(message({ body: '', _data: { type: 'e2e_notification' } }))).toBeUndefined();
  });

  it('maps places, contacts and quotes', () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Ana\nTEL;type=CELL:+55 11 3333\nEND:VCARD';
    expect(map(message({ location: { latitude: -23.5, longitude: -46.6 }, vCards: [card] }))).toMatchObject({
      attachments: [
        { type: 'location', file_description: '-23.5, -46.6' },
        { type: 'contact', file_description: 'Dr. Ana +55 11 3333' },
      ],
    });
    expect(map(message({ replyTo: { id: `true_${CHAT}_3EB0CC` } }))).toMatchObject({
      context: { reply_to_external_id: '3EB0CC' },
    });
  });

  it.each([
    [-1, 'failed'],
    [0, undefined],
    [1, 'sent'],
    [2, 'delivered'],
    [3, 'read'],
    [4, 'read'],
  ])('maps the ack %d to %s', (ack, status) => {
    const payload = { id: `true_${CHAT}_3EB0BB`, from: CHAT, to: ME, fromMe: true, ack };
    const event = map(delivery('message.ack', payload));
    expect(event && 'status' in event ? event.status : undefined).toBe(status);
    expect(keyOf(delivery('message.ack', payload))).toBe(`message.ack:3EB0BB:${ack}`);
  });

  it('ignores the ack of a message of the customer', () => {
    expect(map(delivery('message.ack', { id: `false_${CHAT}_3EB0AA`, from: CHAT, ack: 3 }))).toBeUndefined();
  });

  it('maps reactions, edits and removals', () => {
    const base = { id: `false_${CHAT}_3EB0DD`, from: CHAT, fromMe: false };
    const reaction = { ...base, timestamp: SECONDS + 0.5, reaction: { text: '🐶', messageId: `true_${CHAT}_3EB0BB` } };
    expect(map(delivery('message.reaction', reaction))).toMatchObject({
      ...{ kind: 'reaction', by: 'contact', target_external_id: '3EB0BB', emoji: '🐶' },
    });
    const undone = { ...reaction, reaction: { ...reaction.reaction, text: '' } };
    expect(map(delivery('message.reaction', undone))).toMatchObject({ emoji: null });
    const edited = { ...base, editedMessageId: '3EB0AA', body: 'olá' };
    expect(map(delivery('message.edited', edited))).toMatchObject({
      ...{ kind: 'edit', target_external_id: '3EB0AA', content: 'olá', customer_id: LENA },
    });
    const revoked = { after: { ...base, body: '' }, before: null, revokedMessageId: '3EB0AA' };
    expect(map(delivery('message.revoked', revoked))).toMatchObject({
      ...{ kind: 'deletion', target_external_id: '3EB0AA', customer_id: LENA },
    });
  });

  it('reads ids that are objects, and never throws', () => {
    expect(map(message({ id: { fromMe: false, remote: CHAT, _serialized: `false_${CHAT}_3EB0EE` } }))).toMatchObject({
      external_id: '3EB0EE',
    });
    for (const payload of [
      {},
      { id: 7 },
      { from: [] },
      { after: { id: {} } },
      { id: `false_${CHAT}_A`, media: 3, hasMedia: true },
    ])
      for (const event of [
        'message.any',
        'message.ack',
        'message.reaction',
        'message.edited',
        'message.revoked',
        'call.received',
      ])
        expect(() => map(delivery(event, payload as JsonObject))).not.toThrow();
  });

  it('keeps an event that it does not know under its own id', () => {
    expect(toItem('key', delivery('poll.vote', { poll: {} }))).toMatchObject({
      kind: 'poll.vote',
      key: 'evt_01jexample',
    });
    expect(map(delivery('poll.vote', { poll: {} }))).toBeUndefined();
  });
});
