/**
 * A row for each kind of item that Meta documents: its name, a delivery with it, and the line that staff see. After `not
 * shown` comes the name of the item in `unshown-items.ts`.
 */
import type { JsonObject } from '../../src/core/json/index.js';

type Row = [name: string, delivery: JsonObject, fate: string];

const [PAGE, ACCOUNT, NUMBER, ANA] = ['100', '178', '106', '42'];
const BY_ANA = { sender: { id: ANA }, recipient: { id: PAGE }, timestamp: 1_790_000_000_123 };
const BY_US = { sender: { id: PAGE }, recipient: { id: ANA }, timestamp: 1_790_000_000_123 };

export const page = (body: JsonObject, who: JsonObject = BY_ANA): JsonObject => ({
  object: 'page',
  entry: [{ id: PAGE, time: 1_790_000_000_123, messaging: [{ ...who, ...body }] }],
});
const instagram = (body: JsonObject, who: JsonObject = BY_ANA): JsonObject => ({
  object: 'instagram',
  entry: [{ id: PAGE, time: 1_790_000_000_123, messaging: [{ ...who, ...body }] }],
});
const changed = (object: 'page' | 'instagram', field: string, value: JsonObject): JsonObject => ({
  object,
  entry: [{ id: object === 'page' ? PAGE : ACCOUNT, time: 1_790_000_000, changes: [{ field, value }] }],
});
const number = (value: JsonObject, field = 'messages'): JsonObject => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '205', changes: [{ field, value: { metadata: { phone_number_id: NUMBER }, ...value } }] }],
});
const whatsapp = (type: string, body: JsonObject = {}): JsonObject =>
  number({
    contacts: [{ wa_id: ANA, profile: { name: 'Ana' } }],
    messages: [{ from: ANA, id: 'wamid.1', timestamp: '1790000000', type, ...body }],
  });
const status = (body: JsonObject): JsonObject =>
  number({ statuses: [{ id: 'wamid.2', recipient_id: ANA, timestamp: '1790000001', ...body }] });
const sends = (message: JsonObject): JsonObject => ({ message: { mid: 'm', ...message } });
const attached = (type: string, payload?: JsonObject): JsonObject => sends({ attachments: [{ type, payload }] });
const URL_OF_FILE = { url: 'https://scontent.example/1' };
const echo = { is_echo: true };
const IN_THREAD = { previous_owner_app_id: null, new_owner_app_id: '2' };

const FEED = { post_id: '100_1', from: { id: ANA, name: 'Ana' }, created_time: 1_790_000_000 };
const COMMENT = { ...FEED, item: 'comment', comment_id: '100_1_2', parent_id: '100_1' };
const ASKED = { id: '9', text: 'price?', from: { id: ANA, username: 'ana' }, media: { id: '8' } };

export const MESSENGER: Row[] = [
  ['a text', page(sends({ text: 'oi', nlp: {} })), 'contact oi'],
  ['a reply', page(sends({ text: 'oi', reply_to: { mid: 'p' } })), 'contact reply_to_external_id oi'],
  ['a quick reply', page(sends({ text: 'Sim', quick_reply: { payload: 'YES' } })), 'contact Sim'],
  ['a file', page(attached('file', URL_OF_FILE)), 'contact [file]'],
  ['a thumbs-up', page(attached('image', { ...URL_OF_FILE, sticker_id: 369239263222822 })), 'contact [sticker]'],
  ['a sticker of its own type', page(attached('sticker', URL_OF_FILE)), 'contact [sticker]'],
  ['a place', page(attached('location', { coordinates: { lat: 1.2, long: -1.3 } })), 'contact [location 1.2, -1.3]'],
  ['a link', page(attached('fallback', { url: 'https://a.example', title: 'A' })), 'contact [share A]'],
  ['a template', page(attached('template', { elements: [{ title: 'A' }] })), 'contact [share A]'],
  ['a reel', page(attached('reel', { url: '/reel/1/' })), 'contact [share https://www.facebook.com/reel/1/]'],
  ['an unknown attachment', page(attached('hologram')), 'contact [unsupported hologram]'],
  ['a message without content', page(sends({})), 'contact [unsupported]'],
  ['an echo', page(sends({ ...echo, text: 'hi', app_id: 1 }), BY_US), 'business hi'],
  ['an unsent message', page(sends({ is_deleted: true })), 'deletion'],
  ['a postback', page({ postback: { title: 'Start', payload: 'GO' } }), 'contact Start'],
  ['a postback without a title', page({ postback: { mid: 'm', payload: 'GO' } }), 'contact GO'],
  ['a referral', page({ referral: { ref: 'c', source: 'SHORTLINK', type: 'OPEN_THREAD' } }), 'referral'],
  ['a referral to nothing', page({ referral: {} }), 'not shown: referral'],
  ['a reaction', page({ reaction: { mid: 'm', action: 'react', reaction: 'love' } }), 'contact reacts ❤️'],
  ['a removed reaction', page({ reaction: { mid: 'm', action: 'unreact' } }), 'contact reacts no more'],
  ['our own reaction', page({ reaction: { mid: 'm', action: 'react' } }, BY_US), 'not shown: reaction'],
  ['a delivery', page({ delivery: { watermark: 1_790_000_000_000 } }), 'delivered'],
  ['a delivery of nothing', page({ delivery: {} }), 'not shown: delivery'],
  ['a read mark', page({ read: { watermark: 1_790_000_000_000 } }), 'read'],
  ['an edit', page({ message_edit: { mid: 'm', text: 'new', num_edit: 1 } }), 'edit'],
  ['an edit without a text', page({ message_edit: { mid: 'm', num_edit: 1 } }), 'not shown: message_edit'],
  ['an opt-in', page({ optin: { type: 'notification_messages', payload: 'p' } }), 'not shown: optin'],
  [
    'an opt-in of the checkbox',
    page({ optin: { ref: 'r' } }, { ...BY_ANA, sender: { user_ref: 'u' } }),
    'not shown: optin',
  ],
  ['an account link', page({ account_linking: { status: 'linked' } }), 'not shown: account_linking'],
  ['an answered form', page({ messaging_feedback: { feedback_screens: [] } }), 'not shown: messaging_feedback'],
  ['a passed thread', page({ pass_thread_control: IN_THREAD }), 'not shown: pass_thread_control'],
  ['a taken thread', page({ take_thread_control: IN_THREAD }), 'not shown: take_thread_control'],
  ['a thread asked for', page({ request_thread_control: {} }), 'not shown: request_thread_control'],
  ['roles of apps', page({ app_roles: { 1: ['primary_receiver'] } }), 'not shown: app_roles'],
  ['a blocked Page', page({ policy_enforcement: { action: 'block', reason: 'spam' } }), 'notice: blocked'],
  ['a message without an id', page({ message: { text: 'oi' } }), 'not shown: message'],
  ['a message of nobody', page({ message: { mid: 'm' } }, {}), 'not shown: message'],
  ['an unknown kind', page({ telepathy: { text: 'secret' } }), 'not shown: unknown'],
];

export const INSTAGRAM: Row[] = [
  ['a text', instagram(sends({ text: 'oi' })), 'contact oi'],
  [
    'a story reply',
    instagram(sends({ text: 'oi', reply_to: { story: { id: '1', url: 'https://a.example' } } })),
    'contact story oi',
  ],
  ['a story mention', instagram(attached('story_mention', URL_OF_FILE)), 'contact story [story]'],
  [
    'our own story mention',
    instagram(sends({ ...echo, attachments: [{ type: 'story_mention', payload: URL_OF_FILE }] }), BY_US),
    'business story [story]',
  ],
  ['a share', instagram(attached('share', { url: 'https://a.example/p' })), 'contact [share https://a.example/p]'],
  ['a like heart', instagram(attached('like_heart')), 'contact ❤️'],
  ['an unsupported message', instagram(sends({ is_unsupported: true })), 'contact [unsupported]'],
  ['an unsupported attachment', instagram(attached('unsupported_type')), 'contact [unsupported unsupported_type]'],
  ['our own unsupported one', instagram(sends({ ...echo, is_unsupported: true }), BY_US), 'business [unsupported]'],
  ['an unsent message', instagram(sends({ is_deleted: true })), 'deletion'],
  ['an echo without an app', instagram(sends({ ...echo, text: 'hi' }), BY_US), 'business hi'],
  [
    'a reaction',
    instagram({ reaction: { mid: 'm', action: 'react', reaction: 'other', emoji: '🐶' } }),
    'contact reacts 🐶',
  ],
  ['a seen mark', instagram({ read: { mid: 'm' } }), 'read'],
  ['a seen mark of nothing', instagram({ read: {} }), 'not shown: read'],
  ['an ice breaker', instagram({ postback: { mid: 'm', title: 'Prices', payload: 'P' } }), 'contact Prices'],
  ['a referral', instagram({ referral: { ref: 'r', source: 'IGME', type: 'OPEN_THREAD' } }), 'referral'],
  [
    'an ad in a message',
    instagram(sends({ text: 'oi', referral: { ad_id: '1', source: 'ADS' } })),
    'contact referral oi',
  ],
];

export const PUBLIC: Row[] = [
  [
    'a comment',
    changed('page', 'feed', { ...COMMENT, verb: 'add', message: 'price?' }),
    'social: comment add "price?"',
  ],
  [
    'an edited comment',
    changed('page', 'feed', { ...COMMENT, verb: 'edited', message: 'b' }),
    'social: comment edit "b"',
  ],
  ['a removed comment', changed('page', 'feed', { ...COMMENT, verb: 'remove' }), 'social: comment remove ""'],
  ['a hidden comment', changed('page', 'feed', { ...COMMENT, verb: 'hide' }), 'social: comment hide ""'],
  [
    'a comment of a hidden person',
    changed('page', 'feed', { ...COMMENT, verb: 'add', from: undefined }),
    'social: comment add ""',
  ],
  [
    'a reaction to a comment',
    changed('page', 'feed', { ...COMMENT, item: 'reaction', verb: 'add' }),
    'social: reaction add ""',
  ],
  ['a like', changed('page', 'feed', { ...FEED, item: 'like', verb: 'remove' }), 'social: reaction remove ""'],
  ['a post', changed('page', 'feed', { ...FEED, item: 'status', verb: 'add', message: 'a' }), 'social: post add "a"'],
  ['a share', changed('page', 'feed', { ...FEED, item: 'share', verb: 'add', message: 'a' }), 'social: share add "a"'],
  ['a blocked person', changed('page', 'feed', { ...FEED, item: 'status', verb: 'block' }), 'not shown: feed'],
  [
    'a mention of the Page',
    changed('page', 'mention', { post_id: '1_2', verb: 'add', message: 'a' }),
    'social: mention add "a"',
  ],
  ['a rating', changed('page', 'ratings', { rating: 5 }), 'not shown: unknown'],
  ['an Instagram comment', changed('instagram', 'comments', ASKED), 'social: comment add "price?"'],
  ['a live comment', changed('instagram', 'live_comments', ASKED), 'social: live_comment add "price?"'],
  ['a mention', changed('instagram', 'mentions', { media_id: '8', comment_id: '9' }), 'social: mention add ""'],
  ['a mention in a caption', changed('instagram', 'mentions', { media_id: '8' }), 'social: mention add ""'],
  [
    'numbers of a story',
    changed('instagram', 'story_insights', { media_id: '8', reach: 5 }),
    'social: story_insights add ""',
  ],
  ['a comment without an id', changed('instagram', 'comments', { text: 'a' }), 'not shown: comments'],
];

const MEDIA = { id: '1', mime_type: 'a/b' };
const pressed = (interactive: JsonObject): JsonObject => whatsapp('interactive', { interactive });
const ERRORS = { errors: [{ code: 131051, title: 'Unsupported', error_data: { details: 'No' } }] };
const CARD = { name: { formatted_name: 'Bea' }, phones: [{ phone: '+55' }] };
const PRODUCT = { product_retailer_id: 'bed', quantity: 2, item_price: 9, currency: 'BRL' };

export const WHATSAPP: Row[] = [
  ['a text', whatsapp('text', { text: { body: 'oi' } }), 'contact oi'],
  ['a reply', whatsapp('text', { text: { body: 'oi' }, context: { id: 'w' } }), 'contact reply_to_external_id oi'],
  [
    'a forwarded text',
    whatsapp('text', { text: { body: 'oi' }, context: { forwarded: true } }),
    'contact forwarded oi',
  ],
  [
    'a text from an ad',
    whatsapp('text', { text: { body: 'oi' }, referral: { source_id: '1' } }),
    'contact referral oi',
  ],
  [
    'a question about a product',
    whatsapp('text', { text: { body: 'oi' }, context: { referred_product: {} } }),
    'contact oi',
  ],
  ['a voice note', whatsapp('audio', { audio: { ...MEDIA, voice: true } }), 'contact [audio]'],
  ['a document', whatsapp('document', { document: { ...MEDIA, filename: 'a.pdf' } }), 'contact [file a.pdf]'],
  ['a picture without its file', whatsapp('image'), 'contact [unsupported image]'],
  [
    'a place',
    whatsapp('location', { location: { latitude: 1, longitude: 2, name: 'Park' } }),
    'contact [location Park · 1, 2]',
  ],
  ['a card', whatsapp('contacts', { contacts: [CARD] }), 'contact [contact Bea +55]'],
  ['a card without a name', whatsapp('contacts', { contacts: [{}] }), 'contact [contact]'],
  ['a button', pressed({ type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } }), 'contact Yes'],
  ['a row of a list', pressed({ type: 'list_reply', list_reply: { id: 'y', title: 'Bath' } }), 'contact Bath'],
  [
    'a form',
    pressed({ type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '[]' } }),
    'contact Sent',
  ],
  ['an interactive message without its part', whatsapp('interactive'), 'contact [unsupported interactive]'],
  ['a button of a template', whatsapp('button', { button: { payload: 'p', text: 'Confirm' } }), 'contact Confirm'],
  ['a reaction', whatsapp('reaction', { reaction: { message_id: 'w', emoji: '🐶' } }), 'contact reacts 🐶'],
  ['a removed reaction', whatsapp('reaction', { reaction: { message_id: 'w', emoji: '' } }), 'contact reacts no more'],
  ['a reaction without its emoji', whatsapp('reaction', { reaction: { message_id: 'w' } }), 'contact reacts no more'],
  ['an order', whatsapp('order', { order: { product_items: [PRODUCT] } }), 'contact 2 × bed (9 BRL)'],
  ['an order of nothing', whatsapp('order', { order: {} }), 'contact [unsupported order]'],
  ['a new number', whatsapp('system', { system: { type: 'user_changed_number', wa_id: '43' } }), 'id_change'],
  ['a new safety number', whatsapp('system', { system: { type: 'customer_identity_changed' } }), 'not shown: system'],
  ['an opened chat', whatsapp('request_welcome'), 'not shown: request_welcome'],
  [
    'an edit',
    whatsapp('edit', { edit: { original_message_id: 'w', message: { type: 'text', text: { body: 'b' } } } }),
    'edit',
  ],
  ['an edit of nothing', whatsapp('edit'), 'not shown: edit'],
  ['a removal', whatsapp('revoke', { revoke: { original_message_id: 'w' } }), 'deletion'],
  ['an unsupported message', whatsapp('unsupported', ERRORS), 'contact [unsupported No]'],
  ['a poll', whatsapp('unsupported', { ...ERRORS, unsupported: { type: 'poll' } }), 'contact [unsupported poll]'],
  ['an unknown type', whatsapp('hologram'), 'contact [unsupported hologram]'],
  ['a group message', whatsapp('text', { text: { body: 'oi' }, group_id: 'g' }), 'not shown: message'],
  ['a sent mark', status({ status: 'sent' }), 'sent'],
  ['a played mark', status({ status: 'played' }), 'read'],
  ['a failure', status({ status: 'failed', ...ERRORS }), 'failed'],
  ['a removed message', status({ status: 'deleted' }), 'deletion'],
  ['an unknown mark', status({ status: 'pondered' }), 'not shown: status'],
  ['a mark of a group', status({ status: 'read', recipient_type: 'group' }), 'not shown: status'],
  ['errors alone', number(ERRORS), 'not shown: errors'],
  [
    'a message of the phone app',
    number({ message_echoes: [{ to: ANA, id: 'w', type: 'text', text: { body: 'hi' } }] }),
    'business hi',
  ],
  ['a restricted account', number({ event: 'ACCOUNT_RESTRICTION' }, 'account_update'), 'notice: restricted'],
  ['another event of the account', number({ event: 'NEW' }, 'account_update'), 'not shown: account_update'],
  ['a status of a template', number({}, 'message_template_status_update'), 'not shown: message_template_status_update'],
  ['a choice of marketing', number({}, 'user_preferences'), 'not shown: user_preferences'],
  ['a call', number({}, 'calls'), 'not shown: calls'],
  ['an unknown field', number({}, 'telepathy'), 'not shown: unknown'],
];
