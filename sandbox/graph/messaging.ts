/** `POST /{page-id | ig-id | me}/messages`: the Send API of Messenger and Instagram. */
import type { BusinessAction, BusinessMessage } from '../business-message.ts';
import type { Channel } from '../channels.ts';
import { HUMAN_AGENT_WINDOW_MS, STANDARD_WINDOW_MS, type Customer } from '../customers.ts';
import { instagramMid, messengerMid } from '../ids.ts';
import { isText, type JsonObject } from '../json.ts';
import type { GraphCall, GraphContext, GraphResult } from './context.ts';
import { GraphError, invalidParam } from './errors.ts';
import { readMessage } from './messaging-content.ts';
import { choiceParam, objectParam, onlyKeys, onlyParams, textParam } from './params.ts';
import { noMatchingUser, refusalOf, scenarioOfRecipient, windowClosed } from './scenarios.ts';

const SEND_KEYS = [
  'recipient',
  'messaging_type',
  'message',
  'tag',
  'sender_action',
  'payload',
  'notification_type',
  'persona_id',
];
const RECIPIENT_KEYS = ['id', 'comment_id', 'post_id', 'user_ref', 'notification_messages_token', 'phone_number'];
const MESSAGING_TYPES: readonly string[] = ['RESPONSE', 'UPDATE', 'MESSAGE_TAG'];
const NOTIFICATION_TYPES: readonly string[] = ['REGULAR', 'SILENT_PUSH', 'NO_PUSH'];
const SENDER_ACTIONS: readonly string[] = ['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact'];
/** A comment can be answered in private for this long. */
const PRIVATE_REPLY_MS = HUMAN_AGENT_WINDOW_MS;

/** Every check comes before any effect. */
export function sendMessaging(context: GraphContext, call: GraphCall, page: Channel): GraphResult {
  const { params } = call;
  onlyParams(params, SEND_KEYS);
  const recipient = objectParam(params, 'recipient');
  onlyKeys(recipient, RECIPIENT_KEYS, 'recipient');
  const channel = channelFor(context, page, recipient);
  if (params['sender_action'] !== undefined) return senderAction(context, call, channel, recipient);
  if (params['payload'] !== undefined) throw invalidParam('Param payload is only for sender actions');
  const content = readMessage(objectParam(params, 'message'), channel.platform, (id) => uploadedUrl(context, id));
  const tagged = readMessagingType(params, channel, context.knobs.human_agent_approved);
  const to = recipientOf(context, channel, recipient);
  refuseByScenario(call, channel, to.id);
  if (to.customer !== undefined && recipient['comment_id'] === undefined) {
    assertWindow(context, channel, to.customer, tagged);
  }
  to.use();
  const at = context.state.now();
  const id = channel.platform === 'instagram' ? instagramMid() : messengerMid();
  const { platform, external_id: channelId } = channel;
  const message: BusinessMessage = { ...content, id, platform, channelId, customerId: to.id, at };
  return { json: { recipient_id: to.id, message_id: id }, message };
}

function uploadedUrl(context: GraphContext, id: string): string | undefined {
  return context.state.media.find(id) === undefined ? undefined : `${context.baseUrl()}/cdn/${id}`;
}

/** A Page also writes to customers of its linked Instagram account. */
function channelFor(context: GraphContext, page: Channel, recipient: JsonObject): Channel {
  const id = recipient['id'];
  if (page.platform !== 'facebook' || !isText(id)) return page;
  const { customers, channels } = context.state;
  const linked = channels.find((other) => other.page_id === page.external_id);
  const ownsCustomer = linked !== undefined && customers.find(linked.external_id, id) !== undefined;
  return ownsCustomer && customers.find(page.external_id, id) === undefined ? linked : page;
}

/** @returns true for HUMAN_AGENT */
function readMessagingType(params: JsonObject, channel: Channel, humanAgentApproved: boolean): boolean {
  const { tag } = params;
  const type = choiceParam(params, 'messaging_type', MESSAGING_TYPES);
  choiceParam(params, 'notification_type', NOTIFICATION_TYPES);
  if (type === undefined && channel.platform === 'facebook') {
    throw invalidParam('The parameter messaging_type is required.');
  }
  if ((type === 'MESSAGE_TAG') !== (tag !== undefined)) {
    throw invalidParam('MESSAGE_TAG and tag have to be given together');
  }
  if (tag === undefined) return false;
  if (tag !== 'HUMAN_AGENT') throw invalidParam('Param tag must be one of {HUMAN_AGENT}');
  if (!humanAgentApproved) throw new GraphError(10, '(#10) The tag HUMAN_AGENT needs an approved feature');
  return true;
}

interface RecipientFound {
  id: string;
  customer?: Customer;
  /** Marks single-use parts; called after all checks. */
  use: () => void;
}

function recipientOf(context: GraphContext, channel: Channel, recipient: JsonObject): RecipientFound {
  const keys = Object.keys(recipient);
  if (keys.length !== 1) throw invalidParam('Param recipient must have exactly one key');
  if (recipient['comment_id'] !== undefined) return commenter(context, channel, textParam(recipient, 'comment_id'));
  if (recipient['id'] === undefined) {
    throw invalidParam(`The sandbox has no recipients by ${keys[0]}`);
  }
  const id = textParam(recipient, 'id', 'recipient[id]');
  if (scenarioOfRecipient(id) !== undefined) return { id, use: () => undefined };
  const customer = context.state.customers.find(channel.external_id, id);
  if (customer === undefined) throw noMatchingUser(channel.platform);
  return { id, customer, use: () => undefined };
}

function commenter(context: GraphContext, channel: Channel, commentId: string): RecipientFound {
  const comment = context.state.comments.get(commentId);
  if (comment === undefined || comment.channelId !== channel.external_id || comment.fromId === null) {
    throw invalidParam('Invalid comment_id');
  }
  if (comment.answered) throw new GraphError(10900, '(#10900) Activity already replied to');
  if (context.state.now() - comment.at > PRIVATE_REPLY_MS) {
    throw new GraphError(10903, '(#10903) This user cannot reply to this activity');
  }
  return { id: comment.fromId, use: () => void (comment.answered = true) };
}

function refuseByScenario(call: GraphCall, channel: Channel, recipientId: string): void {
  const scenario = call.trouble.scenario ?? scenarioOfRecipient(recipientId);
  const refusal = scenario === undefined ? undefined : refusalOf(scenario, channel.platform);
  if (refusal !== undefined) throw refusal;
}

function assertWindow(context: GraphContext, channel: Channel, customer: Customer, humanAgent: boolean): void {
  const allowed = humanAgent ? HUMAN_AGENT_WINDOW_MS : STANDARD_WINDOW_MS;
  const last = customer.lastInboundAt;
  if (last === undefined || context.state.now() - last > allowed) throw windowClosed(channel.platform);
}

function senderAction(context: GraphContext, call: GraphCall, channel: Channel, recipient: JsonObject): GraphResult {
  const { params } = call;
  const action = choiceParam(params, 'sender_action', SENDER_ACTIONS);
  if (params['message'] !== undefined) throw invalidParam('sender_action and message cannot be sent together');
  const to = recipientOf(context, channel, recipient);
  refuseByScenario(call, channel, to.id);
  const act: BusinessAction = {
    channelId: channel.external_id,
    customerId: to.id,
    action: action as BusinessAction['action'],
  };
  if (action === 'react' || action === 'unreact') {
    const payload = objectParam(params, 'payload');
    onlyKeys(payload, ['message_id', 'reaction'], 'payload');
    act.messageId = textParam(payload, 'message_id', 'payload[message_id]');
    if (!context.state.messages.has(act.messageId)) throw invalidParam('Invalid message_id');
    if (action === 'react') act.emoji = textParam(payload, 'reaction', 'payload[reaction]');
  }
  context.sink.acted(act);
  return { json: { recipient_id: to.id } };
}
