/** `POST /{phone-number-id}/messages`: the WhatsApp Cloud API. */
import type { BusinessMessage } from '../business-message.ts';
import { type Channel, wabaOf } from '../channels.ts';
import { STANDARD_WINDOW_MS, type Customer } from '../customers.ts';
import { wamid } from '../ids.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { GraphCall, GraphContext, GraphResult } from './context.ts';
import { GraphError, invalidParam } from './errors.ts';
import { onlyKeys, onlyParams } from './params.ts';
import { asyncFailureOf, refusalOf, scenarioOfRecipient } from './scenarios.ts';
import { badValue, missing, readContent, WHATSAPP_TYPES } from './whatsapp-content.ts';

const SEND_KEYS = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
  ...WHATSAPP_TYPES,
];
const STATUS_KEYS = ['messaging_product', 'status', 'message_id', 'typing_indicator'];
const CALLBACK_DATA_CHARACTERS = 512;
const PHONE = /^\+?\d{7,15}$/;
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** With `status` it marks a message as read instead. */
export function sendWhatsapp(context: GraphContext, call: GraphCall, channel: Channel): GraphResult {
  const { params } = call;
  if (params['messaging_product'] !== 'whatsapp') throw invalidParam('The parameter messaging_product is required.');
  if (channel.is_unregistered) throw new GraphError(133010, '(#133010) Phone number not registered');
  if (params['status'] !== undefined) return markRead(context, params, channel);
  onlyParams(params, SEND_KEYS);
  const type = params['type'] ?? 'text';
  if (!isText(type)) throw badValue('type must be a string');
  const surplus = WHATSAPP_TYPES.find((other) => other !== type && params[other] !== undefined);
  if (surplus !== undefined) throw badValue(`${surplus} was given for a message of type ${type}`);
  const to = readRecipient(context, params, channel);
  const scenario = call.trouble.scenario ?? scenarioOfRecipient(to.id);
  const refusal = scenario === undefined ? undefined : refusalOf(scenario, 'whatsapp');
  if (refusal !== undefined && scenario !== 'window_closed') throw refusal;
  const { state } = context;
  const content = readContent(type, params, {
    media: state.media,
    channelId: channel.external_id,
    baseUrl: context.baseUrl(),
    knowsMessage: (id) => state.messages.has(id),
    templates: state.templates,
    wabaId: wabaOf(channel) ?? '',
    toPhone: !BSUID.test(to.input),
  });
  const closed = scenario === 'window_closed' || (type !== 'template' && !isWindowOpen(context, to));
  const failure = asyncFailureOf(scenario) ?? (closed ? asyncFailureOf('wa_window_closed') : undefined);
  const message: BusinessMessage = {
    ...content,
    ...readEnvelope(context, params, channel, to),
    id: wamid(to.id, 'business'),
    platform: 'whatsapp',
    channelId: channel.external_id,
    customerId: to.id,
    at: state.now(),
    ...(failure === undefined ? {} : { failure }),
  };
  const contact = { input: to.input, wa_id: to.id };
  const answer = { id: message.id, ...(type === 'template' ? { message_status: 'accepted' } : {}) };
  return { json: { messaging_product: 'whatsapp', contacts: [contact], messages: [answer] }, message };
}

interface WhatsappRecipient {
  input: string;
  id: string;
  customer: Customer | undefined;
}

function readRecipient(context: GraphContext, params: JsonObject, channel: Channel): WhatsappRecipient {
  const { to, recipient, recipient_type: recipientType } = params;
  if (recipientType !== undefined && recipientType !== 'individual')
    throw badValue('recipient_type must be individual');
  const { customers } = context.state;
  if (isText(recipient)) {
    if (!BSUID.test(recipient)) throw badValue('recipient must be a business-scoped user id');
    const customer = customers.find(channel.external_id, recipient);
    return { input: recipient, id: customer?.id ?? recipient, customer };
  }
  if (!isText(to)) throw missing('to');
  if (!PHONE.test(to)) throw badValue('to must be a phone number');
  const id = customers.canonicalWaId(channel.external_id, to.replace('+', ''));
  return { input: to, id, customer: customers.find(channel.external_id, id) };
}

/** For a magic number only its scenario decides, so its window counts as open. */
function isWindowOpen(context: GraphContext, to: WhatsappRecipient): boolean {
  if (scenarioOfRecipient(to.id) !== undefined) return true;
  const last = to.customer?.lastInboundAt;
  return last !== undefined && context.state.now() - last <= STANDARD_WINDOW_MS;
}

function readEnvelope(
  context: GraphContext,
  params: JsonObject,
  channel: Channel,
  to: WhatsappRecipient,
): Pick<BusinessMessage, 'replyTo' | 'callbackData'> {
  const { context: replyContext, biz_opaque_callback_data: callbackData } = params;
  const envelope: Pick<BusinessMessage, 'replyTo' | 'callbackData'> = {};
  if (replyContext !== undefined) {
    if (!isObject(replyContext) || !isText(replyContext['message_id'])) throw missing('context[message_id]');
    onlyKeys(replyContext, ['message_id'], 'context');
    const quoted = context.state.messages.get(replyContext['message_id']);
    if (quoted?.channelId !== channel.external_id || quoted.customerId !== to.id) {
      throw badValue('context[message_id] must be a message of this conversation');
    }
    envelope.replyTo = quoted.id;
  }
  if (callbackData !== undefined) {
    if (!isText(callbackData) || callbackData.length > CALLBACK_DATA_CHARACTERS) {
      throw badValue(`biz_opaque_callback_data must be a string of at most ${CALLBACK_DATA_CHARACTERS} characters`);
    }
    envelope.callbackData = callbackData;
  }
  return envelope;
}

function markRead(context: GraphContext, params: JsonObject, channel: Channel): GraphResult {
  onlyParams(params, STATUS_KEYS);
  if (params['status'] !== 'read') throw badValue('status must be read');
  const messageId = params['message_id'];
  if (!isText(messageId)) throw missing('message_id');
  const message = context.state.messages.get(messageId);
  if (message?.from !== 'customer' || message.channelId !== channel.external_id) {
    throw badValue('message_id is not a message this number received');
  }
  const { customerId } = message;
  const act = { channelId: channel.external_id, customerId, messageId };
  context.sink.acted({ ...act, action: 'mark_seen' });
  const typing = params['typing_indicator'];
  if (typing !== undefined) {
    if (!isObject(typing) || typing['type'] !== 'text') throw badValue('typing_indicator[type] must be text');
    context.sink.acted({ ...act, action: 'typing_on' });
  }
  return { json: { success: true } };
}
