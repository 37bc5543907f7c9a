import { io, type Socket } from 'socket.io-client';
import request from 'supertest';
import { channelToken } from '../../sandbox/channels.js';
import { type Sandbox, startSandbox } from '../../sandbox/server.js';
import { type RegisteredCompany, registerCompany } from '../builders/accounts.js';
import { freePort } from './free-port.js';
import { startTestApp, type TestApp } from './test-app.js';

const SECRETS = {
  FACEBOOK_APP_SECRET: 'the-app-secret-of-this-test-run',
  META_WEBHOOK_VERIFY_TOKEN: 'the-verify-token',
};
// A backstop, shorter than Jest's 30 s so that the error names the event.
const EVENT_TIMEOUT_MS = 90_000;

/** The accounts of the sandbox's default channels. */
export const ACCOUNTS = {
  facebook: '1000000000000001',
  instagram: '17841400000000001',
  whatsapp: '106300000000001',
} as const;
export type ChannelName = keyof typeof ACCOUNTS;

/** The product and the sandbox, wired to each other over real HTTP. */
export interface Inbox {
  app: TestApp;
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** @param withBot whether replies to Messenger and Instagram go by the Meta bot, or by the Graph API */
export async function startInbox({
  withBot = false,
  env = {},
}: { withBot?: boolean; env?: Record<string, string> } = {}): Promise<Inbox> {
  const { sandbox, metaEnv } = await startSandboxForApp();
  const app = await startTestApp({
    ...metaEnv,
    ...(withBot ? { META_BOT_BASE_URL: sandbox.botUrl } : {}),
    ...env,
  });
  return {
    app,
    sandbox,
    close: async () => {
      await sandbox.close();
      await app.close();
    },
  };
}

/**
 * A sandbox, and the environment of the product that uses it and listens where the sandbox sends its webhooks.
 * @param relay where the sandbox delivers instead, for a test that chooses the process
 */
export async function startSandboxForApp(
  relay?: string,
): Promise<{ sandbox: Sandbox; metaEnv: Record<string, string> }> {
  const port = await freePort();
  const sandbox = await startSandbox({
    port: 0,
    apiBaseUrl: relay ?? `http://127.0.0.1:${port}`,
    appSecret: SECRETS.FACEBOOK_APP_SECRET,
    verifyToken: SECRETS.META_WEBHOOK_VERIFY_TOKEN,
  });
  sandbox.graph.knobs.require_appsecret_proof = true;
  const metaEnv = {
    ...SECRETS,
    PORT: String(port),
    FACEBOOK_APP_ID: sandbox.state.appId,
    INSTAGRAM_APP_ID: sandbox.state.appId,
    INSTAGRAM_APP_SECRET: SECRETS.FACEBOOK_APP_SECRET,
    WHATSAPP_SIGNUP_CONFIG_ID: 'whatsapp-signup',
    FACEBOOK_GRAPH_BASE_URL: sandbox.graphUrl,
    INSTAGRAM_GRAPH_BASE_URL: sandbox.instagramGraphUrl,
    FACEBOOK_DIALOG_URL: sandbox.oauthUrls.facebookDialog,
    INSTAGRAM_DIALOG_URL: sandbox.oauthUrls.instagramDialog,
    INSTAGRAM_TOKEN_URL: sandbox.oauthUrls.instagramToken,
    ASAAS_BASE_URL: sandbox.asaasUrl,
    GOOGLE_BASE_URL: sandbox.googleUrl,
    GOOGLE_CLIENT_ID: 'sandbox-google-client',
    GOOGLE_CLIENT_SECRET: 'sandbox-google-secret',
    OUTBOUND_ALLOWED_HOSTS: new URL(sandbox.url).host,
  };
  return { sandbox, metaEnv };
}

let pages = 0;

/** A new Page at Meta, as the body that connects it, with the Page's own token. */
export function aPage({ sandbox }: Inbox): { platform: 'facebook'; external_id: string; access_token: string } {
  const external_id = String(88_000 + ++pages);
  const account = { platform: 'facebook' as const, external_id, access_token: `token-of-${external_id}` };
  sandbox.state.addChannel({ ...account, name: 'A Page' });
  return account;
}

/** Does something while Meta answers every call with status 500. */
export async function whileMetaFails<T>({ sandbox }: Inbox, act: () => PromiseLike<T>): Promise<T> {
  sandbox.graph.knobs.mode = '500';
  try {
    return await act();
  } finally {
    sandbox.graph.knobs.mode = 'ok';
  }
}

/** Registers a company and connects the sandbox's accounts to it. */
export async function companyWithChannels(
  { app }: Inbox,
  platforms: readonly ChannelName[] = ['facebook', 'instagram', 'whatsapp'],
): Promise<RegisteredCompany> {
  const company = await registerCompany(app);
  for (const platform of platforms) {
    await request(app.url)
      .post('/api/v1/channels')
      .set(company.auth)
      .send({ platform, external_id: ACCOUNTS[platform], access_token: channelToken({ platform }) })
      .expect(201);
  }
  return company;
}

/** A connected staff socket that remembers what it was sent. */
export class StaffSocket {
  readonly received: { event: string; data: Record<string, unknown> }[] = [];

  private constructor(readonly socket: Socket) {
    socket.onAny((event: string, data: Record<string, unknown>) => this.received.push({ event, data }));
  }

  static async connect(app: Pick<TestApp, 'url'>, accessToken: string): Promise<StaffSocket> {
    const socket = io(app.url, { auth: { token: accessToken }, transports: ['websocket'], reconnection: false });
    const staff = new StaffSocket(socket);
    await staff.next('session:ready');
    return staff;
  }

  /** The first event, of those received already or to come, that fits. */
  next(event: string, fits: (data: Record<string, unknown>) => boolean = () => true): Promise<Record<string, unknown>> {
    const found = this.received.find((one) => one.event === event && fits(one.data));
    if (found) return Promise.resolve(found.data);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.socket.off(event, check);
        reject(new Error(`no fitting ${event} came in ${EVENT_TIMEOUT_MS} ms`));
      }, EVENT_TIMEOUT_MS);
      const check = (data: Record<string, unknown>): void => {
        if (!fits(data)) return;
        clearTimeout(timer);
        this.socket.off(event, check);
        resolve(data);
      };
      this.socket.on(event, check);
    });
  }

  /** Sends an event and answers its acknowledgement. */
  emit(event: string, data: unknown): Promise<Record<string, unknown>> {
    return this.socket.timeout(EVENT_TIMEOUT_MS).emitWithAck(event, data) as Promise<Record<string, unknown>>;
  }

  /** Resolves when the connection ends. */
  disconnected(): Promise<void> {
    return new Promise((resolve) => this.socket.once('disconnect', () => resolve()));
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Tries to connect and answers what the server refuses it with. */
export async function refusalOf(app: TestApp, auth: Record<string, unknown>): Promise<unknown> {
  const socket = io(app.url, { auth, transports: ['websocket'], reconnection: false });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('connect_error', (error: Error & { data?: unknown }) => resolve(error.data));
      socket.once('connect', () => reject(new Error('the socket was let in')));
    });
  } finally {
    socket.disconnect();
  }
}
