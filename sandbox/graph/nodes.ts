/** `GET /{id}`: profiles of customers, messages and business accounts. */
import { channelToken, type Channel, wabaOf } from '../channels.ts';
import type { Customer } from '../customers.ts';
import { isText, type JsonObject } from '../json.ts';
import type { StoredMessage } from '../meta-state.ts';
import { pictureAddress } from '../profile-picture.ts';
import type { Token } from '../tokens.ts';
import { requireChannel, requireToken, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam, missingObject } from './errors.ts';
import { fieldsParam, onlyParams, pickFields } from './params.ts';

const MESSENGER_PROFILE = ['id', 'name', 'first_name', 'last_name', 'profile_pic', 'locale', 'timezone', 'gender'];
const INSTAGRAM_PROFILE = [
  'id',
  'name',
  'username',
  'profile_pic',
  'follower_count',
  'is_user_follow_business',
  'is_business_follow_user',
  'is_verified_user',
];
const INSTAGRAM_LOGIN_FIELDS = ['id', 'user_id', 'name', 'username', 'profile_picture_url', 'account_type'];
const MESSAGE_FIELDS = ['id', 'created_time', 'from', 'to', 'message', 'story'];
const PUBLIC_PAGE = ['id', 'name', 'category'];
const CHANNEL_FIELDS: Record<Channel['platform'], readonly string[]> = {
  facebook: ['id', 'name', 'access_token', 'instagram_business_account', 'category'],
  instagram: ['id', 'name', 'username', 'profile_picture_url'],
  whatsapp: [
    'id',
    'display_phone_number',
    'verified_name',
    'quality_rating',
    'code_verification_status',
    'name_status',
    'platform_type',
    'status',
  ],
};

export function readNode(context: GraphContext, call: GraphCall, id: string): GraphResult {
  onlyParams(call.params, ['fields']);
  const token = requireToken(context, call);
  const message = context.state.messages.get(id);
  if (message !== undefined && token.targets.includes(message.channelId)) return readMessage(context, call, message);
  const customer = token.targets
    .map((target) => context.state.customers.find(target, id))
    .find((candidate) => candidate !== undefined);
  if (customer !== undefined) return readProfile(context, call, customer);
  if (id === 'me' && isPerson(token)) return readPerson(call, token);
  const page = context.state.channel(id);
  if (page?.platform === 'facebook' && !token.targets.includes(id)) return readPublicPage(call, page);
  return readChannel(context, call, requireChannel(context, call, id));
}

function isPerson({ type }: Token): boolean {
  return type === 'USER' || type === 'SYSTEM_USER';
}

function readPerson(call: GraphCall, token: Token): GraphResult {
  const fields = fieldsParam(call.params, ['id', 'name'], 'User');
  return { json: pickFields({ id: token.userId, name: 'Sandbox Owner' }, fields.length > 0 ? fields : ['name']) };
}

/** Apps with public page access can read any Page, so reading one proves nothing. */
function readPublicPage(call: GraphCall, page: Channel): GraphResult {
  if (call.host === 'instagram') throw missingObject(call.method, page.external_id);
  const fields = fieldsParam(call.params, PUBLIC_PAGE, 'Page');
  const all = { id: page.external_id, name: page.name, category: 'Pet Service' };
  return { json: pickFields(all, fields.length > 0 ? fields : ['name']) };
}

/** Only of people who wrote first; otherwise consent is missing. */
function readProfile(context: GraphContext, call: GraphCall, customer: Customer): GraphResult {
  if (customer.platform === 'whatsapp') throw missingObject(call.method, customer.id);
  const isInstagram = customer.platform === 'instagram';
  const fields = fieldsParam(call.params, isInstagram ? INSTAGRAM_PROFILE : MESSENGER_PROFILE, 'User');
  if (customer.profile === 'unavailable') throw invalidParam('No profile available for this user.', 2018218);
  if (customer.profile === 'busy') throw new GraphError(4, '(#4) Application request limit reached');
  if (customer.lastInboundAt === undefined) {
    throw new GraphError(230, '(#230) User consent is required to access user profile');
  }
  const [first, ...rest] = customer.name.split(' ');
  const profile = {
    id: customer.id,
    name: customer.name,
    profile_pic: pictureAddress(context.baseUrl(), customer, context.state.now()),
    ...(isInstagram
      ? {
          username: customer.username,
          follower_count: 120,
          is_user_follow_business: true,
          is_business_follow_user: false,
          is_verified_user: false,
        }
      : { first_name: first, last_name: rest.join(' '), locale: 'en_US', timezone: 0 }),
  };
  return { json: pickFields(profile, fields.length > 0 ? fields : Object.keys(profile)) };
}

function readMessage(context: GraphContext, call: GraphCall, message: StoredMessage): GraphResult {
  const fields = fieldsParam(call.params, MESSAGE_FIELDS, 'Message');
  const node = messageNode(context, message);
  return { json: pickFields(node, fields.length > 0 ? fields : ['id', 'created_time']) };
}

function messageNode(context: GraphContext, message: StoredMessage): JsonObject {
  const customer = {
    id: message.customerId,
    name: context.state.customers.find(message.channelId, message.customerId)?.name,
  };
  const business = { id: message.channelId, name: context.state.channel(message.channelId)?.name };
  const [from, to] = message.from === 'customer' ? [customer, business] : [business, customer];
  return {
    id: message.id,
    created_time: new Date(message.at).toISOString().replace(/\.\d+Z$/, '+0000'),
    from,
    to: { data: [to] },
    message: message.text ?? '',
    story: message.storyLink === undefined ? undefined : { mention: { link: message.storyLink, id: message.id } },
  };
}

function readChannel(context: GraphContext, call: GraphCall, channel: Channel): GraphResult {
  const known = call.host === 'instagram' ? INSTAGRAM_LOGIN_FIELDS : CHANNEL_FIELDS[channel.platform];
  const fields = fieldsParam(call.params, known, channel.platform);
  const linked = context.state.channels.find((other) => other.page_id === channel.external_id);
  const node: Record<Channel['platform'], JsonObject> = {
    facebook: {
      access_token: channelToken(channel),
      category: 'Pet Service',
      instagram_business_account: linked === undefined ? undefined : { id: linked.external_id },
    },
    instagram: {
      username: channel.name,
      user_id: channel.external_id,
      account_type: channel.is_personal ? 'PERSONAL' : 'BUSINESS',
    },
    whatsapp: {
      display_phone_number: channel.display_phone_number,
      verified_name: channel.name,
      quality_rating: 'GREEN',
      code_verification_status: 'VERIFIED',
      name_status: 'APPROVED',
      platform_type: channel.is_unregistered ? 'NOT_APPLICABLE' : 'CLOUD_API',
      status: channel.is_unregistered ? 'DISCONNECTED' : 'CONNECTED',
    },
  };
  // With Instagram Login the id is scoped to the app; webhooks carry the user_id.
  const id = call.host === 'instagram' ? `2${channel.external_id.slice(1)}` : channel.external_id;
  const all = { id, name: channel.name, ...node[channel.platform] };
  return { json: pickFields(all, fields.length > 0 ? fields : ['name', ...CHANNEL_FIELDS.whatsapp]) };
}

/** `GET /{waba}/phone_numbers` */
export function listPhoneNumbers(context: GraphContext, call: GraphCall, wabaId: string): GraphResult {
  onlyParams(call.params, ['fields', 'limit', 'after']);
  const token = requireToken(context, call);
  const numbers = context.state.channels.filter((channel) => wabaOf(channel) === wabaId);
  if (numbers.length === 0 || !token.targets.includes(wabaId)) throw missingObject(call.method, wabaId);
  const { fields } = call.params;
  const inner = { ...call, params: fields === undefined ? {} : { fields } };
  return { json: { data: numbers.map((channel) => readChannel(context, inner, channel).json) } };
}

/** `GET /{page-id}/conversations?platform=&user_id=&fields=messages{…}`: finds a send whose answer was lost. */
export function listConversations(context: GraphContext, call: GraphCall, pageId: string): GraphResult {
  onlyParams(call.params, ['platform', 'user_id', 'fields', 'limit']);
  fieldsParam(call.params, ['id', 'updated_time', 'messages', 'participants'], 'UnifiedThread');
  const page = requireChannel(context, call, pageId);
  const { platform = 'messenger', user_id: userId } = call.params;
  const channel =
    platform === 'instagram' && page.platform === 'facebook'
      ? context.state.channels.find((other) => other.page_id === page.external_id)
      : page;
  if (channel === undefined) throw invalidParam('The Page has no Instagram account');
  const byCustomer = new Map<string, StoredMessage[]>();
  for (const message of context.state.messages.values()) {
    if (message.channelId !== channel.external_id || (isText(userId) && message.customerId !== userId)) continue;
    byCustomer.set(message.customerId, [message, ...(byCustomer.get(message.customerId) ?? [])]);
  }
  const limit = Number(call.params['limit'] ?? 25);
  const data = [...byCustomer].slice(0, limit).map(([customerId, messages]) => ({
    id: `t_${customerId}`,
    updated_time: messageNode(context, messages[0] as StoredMessage)['created_time'],
    messages: { data: messages.slice(0, limit).map((message) => messageNode(context, message)) },
  }));
  return { json: { data } };
}
