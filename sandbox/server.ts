import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AsaasFake } from './asaas/asaas-fake.ts';
import { serveInvoice } from './asaas/asaas-page.ts';
import { carryBotMessage } from './bot-messages.ts';
import type { Channel } from './channels.ts';
import { ControlApi } from './control.ts';
import { demoCustomersOf } from './demo-customers.ts';
import { Devices } from './devices.ts';
import { Dialogs } from './dialogs/dialogs.ts';
import { GoogleFake } from './google/google-fake.ts';
import { serveGooglePage } from './google/google-page.ts';
import { GraphApi } from './graph-api.ts';
import { DEFAULT_GRAPH_KNOBS } from './graph/context.ts';
import { downloadMedia, serveCdn } from './graph/media.ts';
import { readExchange, writeReply, type Exchange } from './http/exchange.ts';
import { LanguageModelFake } from './language-model.ts';
import { Ledger } from './ledger.ts';
import { MetaBot } from './meta-bot.ts';
import { MetaState } from './meta-state.ts';
import { avatar, servePhonePage } from './phone-page.ts';
import { profilePicture } from './profile-picture.ts';
import { Player } from './player.ts';
import { PublicEvents } from './public-events.ts';
import { PushServiceFake } from './push-service.ts';
import { Receipts } from './receipts.ts';
import { TemplateReviews } from './template-reviews.ts';
import { WahaApi } from './waha/waha-api.ts';
import { WahaFake } from './waha/waha-fake.ts';
import { WebhookConsumer } from './webhook-consumer.ts';
import { WebhookSender } from './webhook-sender.ts';

export const DEFAULT_SANDBOX_PORT = 4001;
const WEBHOOK_PATH = '/api/v1/meta/webhook';

export interface SandboxOptions {
  /** 0 takes a free port. */
  port?: number;
  /** Loopback by default: the sandbox has no log-in. */
  host?: string;
  /** For example `http://127.0.0.1:4000`. */
  apiBaseUrl: string;
  webhookPath?: string;
  appSecret: string;
  verifyToken: string;
  appId?: string;
  ledgerFile?: string;
  channels?: readonly Channel[];
  /** The clock of reply windows, tokens and media addresses. */
  now?: () => number;
}

/** Usable in process, or over HTTP below `url`. */
export interface Sandbox {
  url: string;
  port: number;
  /** For `FACEBOOK_GRAPH_BASE_URL`; versions follow below. */
  graphUrl: string;
  /** For `INSTAGRAM_GRAPH_BASE_URL`. */
  instagramGraphUrl: string;
  /** The values for `FACEBOOK_DIALOG_URL`, `INSTAGRAM_DIALOG_URL` and `INSTAGRAM_TOKEN_URL`. */
  oauthUrls: { facebookDialog: string; instagramDialog: string; instagramToken: string };
  /** For `META_BOT_BASE_URL`. */
  botUrl: string;
  ledger: Ledger;
  state: MetaState;
  bot: MetaBot;
  graph: GraphApi;
  webhooks: WebhookSender;
  receipts: Receipts;
  devices: Devices;
  player: Player;
  reviews: TemplateReviews;
  /** Below `url` + `/consumer/`: programs that get the product's own webhooks. */
  consumer: WebhookConsumer;
  /** Below `url` + `/push/`: a push service with browsers. */
  push: PushServiceFake;
  /** Below `url` + `/waha`: a WAHA server. */
  waha: WahaFake;
  /** For the address of the WAHA server. */
  wahaUrl: string;
  /** For `OPENAI_BASE_URL`, with the key of `language-model.ts`. */
  modelUrl: string;
  model: LanguageModelFake;
  /** Below `url` + `/asaas`: a payment provider. */
  asaas: AsaasFake;
  /** For `ASAAS_BASE_URL`, with a key of `asaas/asaas-fake.ts`. */
  asaasUrl: string;
  /** Below `url` + `/google`: sign-in with Google, and Google Calendar. */
  google: GoogleFake;
  googleUrl: string;
  /** Resolves when no receipt and no delivery is running. */
  idle(): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

/** All parts share one HTTP server. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let url = '';
  const parts = buildParts(options, () => url);
  const server = createServer((req, res) => void answer(parts, req, res));
  const idle = async (): Promise<void> => {
    await parts.receipts.idle();
    await parts.webhooks.idle();
    await parts.waha.idle();
    await parts.asaas.webhooks.idle();
    await parts.google.watch.idle();
  };
  url = await listen(server, options.port ?? DEFAULT_SANDBOX_PORT, options.host ?? '127.0.0.1');
  return {
    ...parts,
    url,
    port: (server.address() as AddressInfo).port,
    graphUrl: `${url}/graph`,
    instagramGraphUrl: `${url}/instagram-graph`,
    oauthUrls: {
      facebookDialog: `${url}/facebook/v26.0/dialog/oauth`,
      instagramDialog: `${url}/instagram/oauth/authorize`,
      instagramToken: `${url}/instagram-api/oauth/access_token`,
    },
    botUrl: `${url}/bot`,
    wahaUrl: `${url}/waha`,
    modelUrl: `${url}/openai/v1`,
    asaasUrl: `${url}/asaas/v3`,
    googleUrl: `${url}/google`,
    idle,
    reset: () => parts.control.reset(),
    close: async () => {
      parts.webhooks.close();
      parts.waha.close();
      parts.asaas.webhooks.close();
      parts.google.watch.close();
      parts.devices.clear();
      await stop(server);
      await idle();
      parts.ledger.close();
    },
  };
}

type Parts = ReturnType<typeof buildParts>;

function buildParts(options: SandboxOptions, baseUrl: () => string) {
  const { apiBaseUrl, webhookPath = WEBHOOK_PATH, appSecret, verifyToken, ledgerFile, now } = options;
  const ledger = new Ledger(ledgerFile === undefined ? {} : { file: ledgerFile });
  const state = new MetaState({ ...options, ...(now === undefined ? {} : { now }) });
  const devices = new Devices();
  const webhooks = new WebhookSender({
    targetUrl: apiBaseUrl.replace(/\/$/, '') + webhookPath,
    appSecret,
    verifyToken,
    ledger,
    onEvent: (event) => state.observe(event),
  });
  const reviews = new TemplateReviews(state, webhooks);
  const receipts = new Receipts({ state, devices, webhooks, reviews });
  const bot = new MetaBot({ ledger, transport: (message) => carryBotMessage(state, receipts, message) });
  const knobs = structuredClone(DEFAULT_GRAPH_KNOBS);
  const graph = new GraphApi({ state, ledger, knobs, sink: receipts, baseUrl });
  const dialogs = new Dialogs(graph.context, graph.codes);
  const waha = new WahaFake({ ledger, state, devices, apiBaseUrl });
  const player = new Player({ state, devices, webhooks, ledger, baseUrl, waha });
  for (const channel of state.channels) {
    const { platform, external_id: channelId } = channel;
    for (const { id, name } of demoCustomersOf(channel)) state.customers.ensure(platform, channelId, id, name);
  }
  const publicEvents = new PublicEvents({ state, webhooks });
  const parts = {
    state,
    ledger,
    bot,
    graph,
    webhooks,
    receipts,
    devices,
    player,
    publicEvents,
    reviews,
    waha,
    push: new PushServiceFake(baseUrl),
    model: new LanguageModelFake(ledger),
    asaas: new AsaasFake({ ledger, apiBaseUrl, baseUrl }),
    google: new GoogleFake({ ledger, apiBaseUrl, now: now ?? Date.now }),
  };
  return {
    ...parts,
    dialogs,
    wahaApi: new WahaApi(waha),
    control: new ControlApi(parts),
    consumer: new WebhookConsumer(),
  };
}

async function answer(parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  // A peer that goes away must not crash the server.
  res.on('error', () => undefined);
  const exchange = await readExchange(req, res);
  if (exchange === null) return;
  try {
    await route(parts, exchange);
  } catch (error) {
    console.error('sandbox:', error);
    if (!res.headersSent) writeReply(res, { status: 500, json: { error: 'The sandbox itself failed' } });
  }
}

async function route(parts: Parts, exchange: Exchange): Promise<void> {
  const { path, res } = exchange;
  const mounted = (prefix: string): Exchange => ({ ...exchange, path: path.slice(prefix.length) || '/' });
  if (path.startsWith('/bot/')) return parts.bot.handle(mounted('/bot'));
  if (path.startsWith('/openai/')) return parts.model.handle(mounted('/openai'));
  if (path.startsWith('/graph/')) return parts.graph.handle(mounted('/graph'), 'facebook');
  if (path.startsWith('/instagram-graph/')) return parts.graph.handle(mounted('/instagram-graph'), 'instagram');
  if (path === '/__control' || path.startsWith('/__control/')) return parts.control.handle(mounted('/__control'));
  if (path.startsWith('/consumer/')) return parts.consumer.handle(mounted('/consumer'));
  if (path.startsWith('/waha/')) return parts.wahaApi.handle(mounted('/waha'));
  if (path.startsWith('/asaas/v3/')) return parts.asaas.handle(mounted('/asaas'));
  if (path.startsWith('/asaas/') && serveInvoice(parts.asaas, exchange)) return;
  if (path === '/google' || path.startsWith('/google/')) return serveGoogle(parts.google, mounted('/google'));
  if (path.startsWith('/push/')) return parts.push.handle(mounted('/push'));
  if (path.startsWith('/media/')) return downloadMedia(parts.graph.context, exchange);
  if (path.startsWith('/cdn/')) return serveCdn(parts.graph.context, exchange);
  if (path.startsWith('/avatars/')) return serveAvatar(parts.state, exchange);
  if (path.startsWith('/profile-pictures/')) return serveProfilePicture(parts.state, exchange);
  if (path === '/health') return writeReply(res, { status: 200, json: { ok: true } });
  if (parts.dialogs.handle(exchange)) return;
  if (!servePhonePage(exchange)) writeReply(res, { status: 404, json: { error: `Nothing at ${path}` } });
}

async function serveGoogle(google: GoogleFake, exchange: Exchange): Promise<void> {
  if ((await google.handle(exchange)) || serveGooglePage(google, exchange)) return;
  writeReply(exchange.res, { status: 404, json: { error: `Nothing at /google${exchange.path}` } });
}

function serveProfilePicture({ customers, now }: MetaState, { path, query, res }: Exchange): void {
  const id = path.slice('/profile-pictures/'.length);
  const customer = customers.list().find((one) => one.id === id);
  writeReply(res, profilePicture(customer, query, now()));
}

function serveAvatar(state: MetaState, { path, res }: Exchange): void {
  const id = path.slice('/avatars/'.length);
  const name = state.customers.list().find((customer) => customer.id === id)?.name ?? '';
  writeReply(res, { status: 200, bytes: avatar(name, id), contentType: 'image/svg+xml' });
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(`http://${host}:${(server.address() as AddressInfo).port}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
