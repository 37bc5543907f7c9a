/** `/__control`: the API that controls the sandbox, for tests in other processes and for the practice phone. */
import { addChannel, addCustomer } from './account-control.ts';
import { playAsaas } from './asaas/asaas-control.ts';
import type { AsaasFake } from './asaas/asaas-fake.ts';
import { ControlError } from './control-error.ts';
import { DEFAULT_WABA_ID } from './channels.ts';
import type { Devices } from './devices.ts';
import type { GraphApi } from './graph-api.ts';
import { playGoogle, shownGoogle } from './google/google-control.ts';
import type { GoogleFake } from './google/google-fake.ts';
import { isScenario } from './graph/scenarios.ts';
import { startEventStream } from './http/event-stream.ts';
import { header, isJson, jsonBody, writeReply, type Exchange } from './http/exchange.ts';
import { isFaultMode } from './http/faults.ts';
import { isObject, isText, type JsonObject } from './json.ts';
import { KnobError, setKnobs } from './knobs.ts';
import { isModelCharacter, setModelAnswers } from './language-model-control.ts';
import type { LanguageModelFake } from './language-model.ts';
import type { Ledger, LedgerKind } from './ledger.ts';
import type { MetaBot } from './meta-bot.ts';
import type { MetaState } from './meta-state.ts';
import type { PlayAction } from './play-action.ts';
import type { Player } from './player.ts';
import type { PublicEvents } from './public-events.ts';
import type { PushServiceFake } from './push-service.ts';
import type { Receipts } from './receipts.ts';
import { PlayError } from './scene.ts';
import { decideOnTemplate } from './template-control.ts';
import type { TemplateReviews } from './template-reviews.ts';
import { changeToken } from './token-control.ts';
import { scanCode, shownSessions } from './waha/waha-control.ts';
import type { WahaFake } from './waha/waha-fake.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface ControlParts {
  state: MetaState;
  ledger: Ledger;
  bot: MetaBot;
  graph: GraphApi;
  webhooks: WebhookSender;
  receipts: Receipts;
  devices: Devices;
  player: Player;
  publicEvents: PublicEvents;
  reviews: TemplateReviews;
  push: PushServiceFake;
  waha: WahaFake;
  model: LanguageModelFake;
  asaas: AsaasFake;
  google: GoogleFake;
}

type Handler = (body: JsonObject, exchange: Exchange) => unknown;

const PLAY_ACTIONS: readonly PlayAction['do'][] = [
  'text',
  'file',
  'like',
  'story_reply',
  'story_mention',
  'react',
  'unsend',
  'press',
  'edit',
  'change_number',
  'phone_app_text',
  'phone_app_edit',
  'phone_app_revoke',
];
/** The texts that an action needs. */
const PLAY_NEEDS: Record<PlayAction['do'], readonly string[]> = {
  text: ['text'],
  file: ['media_id'],
  like: [],
  story_reply: ['text'],
  story_mention: [],
  react: ['message_id'],
  unsend: ['message_id'],
  press: ['message_id', 'payload'],
  edit: ['message_id', 'text'],
  change_number: [],
  phone_app_text: ['text'],
  phone_app_edit: ['message_id', 'text'],
  phone_app_revoke: ['message_id'],
};
const UPLOAD_TYPES = /^(image\/(png|jpeg|gif|webp)|application\/pdf|audio\/|video\/)/;
const MAX_UPLOAD_BYTES = 16 * 1024 * 1024;

export class ControlApi {
  private readonly parts: ControlParts;
  private readonly routes: Record<string, Handler>;

  constructor(parts: ControlParts) {
    this.parts = parts;
    this.routes = {
      'GET /state': () => this.describe(),
      'POST /': (body) => this.setKnobs(body),
      'POST /knobs': (body) => this.setKnobs(body),
      'POST /reset': () => this.reset(),
      'POST /fail-next': (body) => this.failNext(body),
      'POST /media-faults': (body) => this.setMediaFaults(body),
      'POST /tokens': (body) => changeToken(parts.state.tokens, body),
      'GET /ledger': (_body, exchange) => this.queryLedger(exchange.query),
      'POST /channels': (body) => addChannel(parts.state, body),
      'POST /customers': (body) => addCustomer(parts.state, body),
      'GET /templates': (_body, { query }) => parts.state.templates.of(query.get('waba_id') ?? DEFAULT_WABA_ID),
      'POST /templates': (body) => decideOnTemplate(parts.reviews, body),
      'GET /phone': (_body, exchange) => this.phone(exchange.query),
      'POST /play': (body) => this.play(body),
      'POST /social': (body) => parts.publicEvents.act(body),
      'POST /model-answers': (body) => setModelAnswers(parts.model, body),
      'POST /push-devices': () => parts.push.addDevice(),
      'GET /push-devices': (_body, { query }) => parts.push.receivedBy(query.get('endpoint') ?? ''),
      'GET /waha/sessions': () => shownSessions(parts.waha),
      'POST /waha/scan': (body) => scanCode(parts.waha, body),
      'POST /asaas': (body) => playAsaas(parts.asaas, body),
      'GET /google': () => shownGoogle(parts.google),
      'POST /google': (body) => playGoogle(parts.google, body),
      'POST /handshake': () => parts.webhooks.handshake(),
      'POST /webhook': (body) => parts.webhooks.sendPayload(body),
    };
  }

  async handle(exchange: Exchange): Promise<void> {
    const { method, path, res } = exchange;
    if (method === 'GET' && path === '/stream') return this.stream(exchange);
    const handler = this.routes[`${method} ${path}`];
    try {
      if (method === 'POST' && path === '/uploads')
        return writeReply(res, { status: 201, json: this.upload(exchange) });
      if (handler === undefined)
        return writeReply(res, { status: 404, json: { error: `No ${method} /__control${path}` } });
      writeReply(res, { status: 200, json: (await handler(readBody(exchange), exchange)) ?? { ok: true } });
    } catch (error) {
      const isKnown = error instanceof ControlError || error instanceof PlayError || error instanceof KnobError;
      if (!isKnown) throw error;
      writeReply(res, { status: 400, json: { error: error.message } });
    }
  }

  /** Resets knobs, phones and pending failures; the ledger and the customers stay. */
  reset(): void {
    const { bot, graph, webhooks, receipts, devices, waha, model, asaas, google } = this.parts;
    for (const part of [bot, graph, webhooks, receipts, waha, model, asaas, google]) part.reset();
    devices.clear();
  }

  private describe(): JsonObject {
    const { state, bot, graph, webhooks, receipts, model } = this.parts;
    return {
      channels: state.channels,
      customers: state.customers.list(),
      knobs: {
        bot: bot.knobs,
        graph: graph.knobs,
        webhooks: webhooks.knobs,
        receipts: receipts.knobs,
        model: model.knobs,
      },
    };
  }

  private setKnobs(body: JsonObject): void {
    const { bot, graph, webhooks, receipts, waha, model, asaas, google } = this.parts;
    const groups: Record<string, object> = {
      asaas: asaas.knobs,
      google: google.knobs,
      google_webhooks: google.watch.knobs,
      asaas_webhooks: asaas.webhooks.knobs,
      waha: waha.knobs,
      waha_webhooks: waha.webhooks.knobs,
      bot: bot.knobs,
      graph: graph.knobs,
      webhooks: webhooks.knobs,
      receipts: receipts.knobs,
      model: model.knobs,
    };
    for (const [name, changes] of Object.entries(body)) {
      const knobs = groups[name];
      if (knobs === undefined) throw new ControlError(`No knobs ${name}; there are: ${Object.keys(groups).join(', ')}`);
      const { mode, scenario, character } = isObject(changes) ? changes : {};
      if (mode !== undefined && !isFaultMode(mode)) throw new ControlError('Unknown mode');
      if (scenario !== undefined && scenario !== null && !isScenario(scenario))
        throw new ControlError('Unknown scenario');
      if (character !== undefined && !isModelCharacter(character)) throw new ControlError('Unknown character');
      setKnobs(name, knobs, changes);
    }
  }

  private failNext(body: JsonObject): void {
    const { scenario, mode, customer_id, times = 1 } = body;
    if (scenario !== undefined && !isScenario(scenario)) throw new ControlError('Unknown scenario');
    if (mode !== undefined && !isFaultMode(mode)) throw new ControlError('Unknown mode');
    const trouble = {
      ...(scenario === undefined ? {} : { scenario }),
      ...(mode === undefined ? {} : { mode }),
      ...(isText(customer_id) ? { customer_id } : {}),
    };
    this.parts.graph.failNext(...Array.from({ length: Number(times) }, () => trouble));
  }

  private setMediaFaults(body: JsonObject): void {
    for (const fault of Object.values(body)) {
      if (!isObject(fault)) throw new ControlError('A fault must be an object by media id, file name or *');
      setKnobs('media fault', { fail_503: null, content: null }, fault);
    }
    this.parts.state.media.faults = body as typeof this.parts.state.media.faults;
  }

  private queryLedger(query: URLSearchParams): unknown {
    const [kind, id, after] = ['kind', 'id', 'after'].map((name) => query.get(name) ?? undefined);
    return this.parts.ledger.entries({
      ...(kind === undefined ? {} : { kind: kind as LedgerKind }),
      ...(id === undefined ? {} : { id }),
      ...(after === undefined ? {} : { after: Number(after) }),
    });
  }

  private phone(query: URLSearchParams): JsonObject {
    const [channelId = '', customerId = ''] = [query.get('channel_id') ?? '', query.get('customer_id') ?? ''];
    const { devices } = this.parts;
    return { messages: devices.messages(channelId, customerId), typing: devices.isTyping(channelId, customerId) };
  }

  private async play(body: JsonObject): Promise<unknown> {
    const { channel_id: channelId, customer_id: customerId, wait, ...action } = body;
    if (!isText(channelId) || !isText(customerId)) throw new ControlError('channel_id and customer_id are needed');
    const kind = PLAY_ACTIONS.find((known) => known === action['do']);
    if (kind === undefined) throw new ControlError(`do must be one of ${PLAY_ACTIONS.join(', ')}`);
    const missing = PLAY_NEEDS[kind].find((key) => !isText(action[key]));
    if (missing !== undefined) throw new ControlError(`${kind} needs ${missing}`);
    const { id, delivered } = this.parts.player.play(channelId, customerId, action as unknown as PlayAction);
    return wait === true ? { id, delivered: await delivered } : { id };
  }

  private upload(exchange: Exchange): JsonObject {
    const mime = header(exchange, 'content-type') ?? '';
    if (!UPLOAD_TYPES.test(mime)) throw new ControlError('Only pictures, audio, video and PDF');
    if (exchange.body.length > MAX_UPLOAD_BYTES) throw new ControlError('At most 16 MB');
    const filename = exchange.query.get('name') ?? 'file';
    const media = this.parts.state.media.add({ bytes: exchange.body, mime, filename });
    return { media_id: media.id };
  }

  /** Changes on every phone. `channel_id` and `customer_id` mark a conversation as open. */
  private stream({ res, query }: Exchange): void {
    const { devices, receipts, state, waha } = this.parts;
    const [channelId, customerId] = [query.get('channel_id'), query.get('customer_id')];
    const channel = channelId === null ? undefined : state.channel(channelId);
    const close = channel === undefined || customerId === null ? null : devices.open(channel.external_id, customerId);
    const stop = devices.subscribe((event) => send('device', event));
    const send = startEventStream(res, () => {
      stop();
      close?.();
    });
    send('hello', channel === undefined ? {} : this.phone(query));
    if (channel === undefined || customerId === null) return;
    if (waha.opens(channel.external_id, customerId)) return;
    void receipts.opened(channel, customerId);
  }
}

/** Every POST needs JSON, so that a foreign web page cannot send one without a preflight. */
function readBody(exchange: Exchange): JsonObject {
  if (exchange.method !== 'POST') return {};
  if (!isJson(exchange)) throw new ControlError('Content-Type must be application/json');
  const body = exchange.body.length === 0 ? {} : jsonBody(exchange);
  if (!isObject(body)) throw new ControlError('The body must be a JSON object');
  return body;
}
