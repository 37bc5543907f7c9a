import { createHmac } from 'node:crypto';
import {
  DEFAULT_GRAPH_KNOBS,
  requireChannel,
  takeTrouble,
  type GraphCall,
  type GraphContext,
  type GraphHost,
  type GraphKnobs,
  type GraphResult,
  type SendTrouble,
} from './graph/context.ts';
import { GraphError, invalidParam, missingObject } from './graph/errors.ts';
import { deleteMedia, lookUpMedia, uploadMedia } from './graph/media.ts';
import { messageTemplates } from './graph/message-templates.ts';
import { sendMessaging } from './graph/messaging.ts';
import { listConversations, listPhoneNumbers, readNode } from './graph/nodes.ts';
import {
  debugToken,
  exchangeToken,
  listPages,
  exchangeInstagramToken,
  listPermissions,
  refreshInstagramToken,
  revokePermissions,
} from './graph/oauth.ts';
import { OauthCodes } from './graph/oauth-codes.ts';
import { onlyParams, readParams } from './graph/params.ts';
import { subscribedApps } from './graph/subscriptions.ts';
import { registerNumber } from './graph/whatsapp-registration.ts';
import { sendWhatsapp } from './graph/whatsapp.ts';
import { bearerToken, type Exchange, type Reply } from './http/exchange.ts';
import { answerFault, answerUnderFault, isEffective, type Fault } from './http/faults.ts';
import { isObject, isText, type JsonObject } from './json.ts';

const CURRENT_VERSION = 26;
/** An older version gets the oldest usable one. */
const OLDEST_VERSION = 21;
const FULL_USAGE_PERCENT = 100;

type Handler = (call: GraphCall) => GraphResult | Promise<GraphResult>;

/**
 * The Graph API with its hosts `/graph` and `/instagram-graph`: versions, tokens, parameters, errors and usage
 * headers.
 */
export class GraphApi {
  readonly context: GraphContext;
  readonly codes: OauthCodes;
  private readonly exactRoutes: Record<string, Handler>;

  constructor(context: GraphContext) {
    this.context = context;
    this.codes = new OauthCodes(() => context.state.tokens.seconds());
    this.exactRoutes = {
      'GET oauth/access_token': (call) => exchangeToken(context, call, this.codes),
      'POST oauth/access_token': (call) => exchangeToken(context, call, this.codes),
      'GET debug_token': (call) => debugToken(context, call),
      'GET me/accounts': (call) => listPages(context, call),
      'GET me/permissions': (call) => listPermissions(context, call),
      'DELETE me/permissions': (call) => revokePermissions(context, call),
    };
  }

  get knobs(): GraphKnobs {
    return this.context.knobs;
  }

  failNext(...troubles: SendTrouble[]): void {
    this.knobs.fail_next.push(...troubles);
  }

  reset(): void {
    Object.assign(this.knobs, structuredClone(DEFAULT_GRAPH_KNOBS));
    this.context.state.media.faults = {};
  }

  async handle(exchange: Exchange, host: GraphHost): Promise<void> {
    const { version, segments } = splitPath(exchange.path);
    const headers = { 'facebook-api-version': `v${version}.0`, ...this.usageHeaders() };
    let fault: Fault = this.knobs;
    let reply: Reply;
    let result: GraphResult | undefined;
    try {
      const call = this.readCall(exchange, host, segments);
      if (call.trouble.mode !== undefined) {
        fault = { slow_ms: this.knobs.slow_ms, ...call.trouble, mode: call.trouble.mode };
      }
      this.record(call, fault);
      if (!isEffective(fault.mode)) return answerFault(exchange, fault.mode, faultBody);
      this.assertAllowed(call);
      result = await this.route(call);
      reply = await this.commit(result, headers);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      reply = { status: error.status, json: error.toJson(), headers };
    }
    await answerUnderFault(exchange, fault, reply);
    if (result?.message !== undefined) this.context.sink.afterAnswer(result.message);
  }

  private readCall(exchange: Exchange, host: GraphHost, segments: string[]): GraphCall {
    const params = readParams(exchange);
    const bodyToken = params['access_token'];
    const tokenValue = bearerToken(exchange) ?? (isText(bodyToken) ? bodyToken : undefined);
    const isMessage = params['status'] === undefined && params['sender_action'] === undefined;
    const isSend = exchange.method === 'POST' && segments[1] === 'messages' && isMessage;
    const trouble = isSend ? takeTrouble(this.knobs, recipientsIn(params)) : {};
    return { host, exchange, method: exchange.method, segments, params, tokenValue, trouble };
  }

  private record(call: GraphCall, fault: Fault): void {
    const { host, method, segments, params, trouble } = call;
    const scenario = trouble.scenario ?? null;
    this.context.ledger.append('graph.call', {
      host,
      method,
      path: `/${segments.join('/')}`,
      params,
      mode: fault.mode,
      scenario,
    });
  }

  /** Limits and the proof of the app's secret are checked first. */
  private assertAllowed(call: GraphCall): void {
    if (this.knobs.usage_percent >= FULL_USAGE_PERCENT) {
      throw new GraphError(4, '(#4) Application request limit reached', { transient: true });
    }
    const proof = call.params['appsecret_proof'];
    if (call.host === 'instagram') {
      // Meta's documents do not promise that this host accepts it.
      if (proof !== undefined) throw invalidParam('Unexpected parameter "appsecret_proof"');
      return;
    }
    if (proof === undefined) {
      if (!this.knobs.require_appsecret_proof || call.tokenValue === undefined) return;
      throw new GraphError(100, 'API calls from the server require an appsecret_proof argument');
    }
    const expected = createHmac('sha256', this.context.state.appSecret)
      .update(call.tokenValue ?? '')
      .digest('hex');
    if (proof !== expected) throw new GraphError(100, 'Invalid appsecret_proof provided in the API argument');
  }

  private route(call: GraphCall): GraphResult | Promise<GraphResult> {
    const route = `${call.method} ${call.segments.join('/')}`;
    if (call.host === 'instagram' && route === 'GET refresh_access_token') {
      return refreshInstagramToken(this.context, call);
    }
    if (call.host === 'instagram' && route === 'GET access_token') return exchangeInstagramToken(this.context, call);
    const exact = call.host === 'facebook' && this.exactRoutes[route];
    if (exact) return exact(call);
    const [id, edge, ...more] = call.segments;
    if (id === undefined || more.length > 0) throw missingObject(call.method, call.segments.join('/'));
    return edge === undefined ? this.node(call, id) : this.edge(call, id, edge);
  }

  private node(call: GraphCall, id: string): GraphResult {
    const media = this.context.state.media.find(id);
    if (call.method === 'GET') {
      return media === undefined ? readNode(this.context, call, id) : lookUpMedia(this.context, call, media);
    }
    if (call.method === 'DELETE' && media !== undefined) return deleteMedia(this.context, call, media);
    throw missingObject(call.method, id);
  }

  private edge(call: GraphCall, id: string, edge: string): GraphResult | Promise<GraphResult> {
    const { context } = this;
    if (edge === 'subscribed_apps') return subscribedApps(context, call, id);
    if (call.method === 'POST' && edge === 'messages') {
      const channel = requireChannel(context, call, id);
      // On this host the Page sends for an Instagram account.
      if (call.host === 'facebook' && channel.platform === 'instagram') throw missingObject(call.method, id);
      return (channel.platform === 'whatsapp' ? sendWhatsapp : sendMessaging)(context, call, channel);
    }
    if (call.method === 'POST' && edge === 'register') return registerNumber(context, call, id);
    if (call.method === 'POST' && edge === 'media') {
      return uploadMedia(context, call, requireChannel(context, call, id).external_id);
    }
    if (call.method === 'POST' && edge === 'message_attachments') return this.uploadAttachment(call, id);
    if (edge === 'message_templates') return messageTemplates(context, call, id);
    if (call.method === 'GET' && edge === 'phone_numbers') return listPhoneNumbers(context, call, id);
    if (call.method === 'GET' && edge === 'conversations') return listConversations(context, call, id);
    throw missingObject(call.method, `${id}/${edge}`);
  }

  /** `POST /{page-id}/message_attachments`: stores a file by its address for later sends. */
  private async uploadAttachment(call: GraphCall, id: string): Promise<GraphResult> {
    const channel = requireChannel(this.context, call, id);
    onlyParams(call.params, ['message', 'platform']);
    const { message } = call.params;
    const attachment = isObject(message) ? message['attachment'] : undefined;
    const payload = isObject(attachment) ? attachment['payload'] : undefined;
    const url = isObject(payload) ? payload['url'] : undefined;
    if (!isText(url) || !URL.canParse(url)) throw invalidParam('Param message[attachment][payload][url] is required');
    const response = await fetch(url).catch(() => null);
    if (response?.ok !== true) throw invalidParam('Upload attachment failure.', 2018047);
    const mime = response.headers.get('content-type') ?? 'application/octet-stream';
    const bytes = Buffer.from(await response.arrayBuffer());
    const media = this.context.state.media.add({ bytes, mime, channelId: channel.external_id });
    return { json: { attachment_id: media.id } };
  }

  /** From here on the message exists, even if the answer is lost. */
  private async commit(result: GraphResult, headers: Record<string, string>): Promise<Reply> {
    const { message, json } = result;
    if (message !== undefined) {
      const { id, channelId, customerId, at, text } = message;
      const { state, ledger, sink } = this.context;
      state.messages.set(id, {
        id,
        channelId,
        customerId,
        from: 'business',
        at,
        ...(text === undefined ? {} : { text }),
      });
      ledger.append('graph.message', { ...message }, id);
      sink.sent(message);
      await sink.beforeAnswer(message);
    }
    return { status: 200, json, headers };
  }

  private usageHeaders(): Record<string, string> {
    const { knobs } = this;
    if (knobs.usage_percent <= 0 && knobs.usage_step <= 0) return {};
    knobs.usage_percent = Math.min(FULL_USAGE_PERCENT, knobs.usage_percent + knobs.usage_step);
    const percent = Math.floor(knobs.usage_percent);
    const usage = { call_count: percent, total_cputime: 0, total_time: Math.floor(percent / 2) };
    const businessId = this.context.state.channels[0]?.external_id ?? '0';
    const regain = percent >= FULL_USAGE_PERCENT ? 5 : 0;
    const business = { [businessId]: [{ type: 'messenger', ...usage, estimated_time_to_regain_access: regain }] };
    return { 'x-app-usage': JSON.stringify(usage), 'x-business-use-case-usage': JSON.stringify(business) };
  }
}

function splitPath(path: string): { version: number; segments: string[] } {
  const [first = '', ...rest] = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent);
  const match = /^v(\d+)\.0$/.exec(first);
  if (match === null) return { version: OLDEST_VERSION, segments: first === '' ? [] : [first, ...rest] };
  const asked = Number(match[1]);
  if (asked > CURRENT_VERSION) return { version: CURRENT_VERSION, segments: [first, ...rest] };
  return { version: Math.max(OLDEST_VERSION, asked), segments: rest };
}

function recipientsIn(params: JsonObject): string[] {
  const recipient = params['recipient'];
  const id = isObject(recipient) ? recipient['id'] : recipient;
  return [id, params['to']].filter(isText);
}

function faultBody(status: 400 | 500): JsonObject {
  return status === 400
    ? invalidParam('Invalid parameter').toJson()
    : new GraphError(1, 'An unknown error occurred', { status: 500 }).toJson();
}
