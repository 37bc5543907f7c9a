/** The product as the benchmarks use it: a company, its channel, and customers. */
import { io, type Socket } from 'socket.io-client';
import { DEFAULT_PAGE_ID } from '../../sandbox/channels.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { type MeasuredServer, startServer } from './processes.ts';

export const APP_SECRET = 'the-app-secret-of-the-benchmarks';
const VERIFY = 'verify';
const JSON_TYPE = { 'content-type': 'application/json' };

export interface Product extends MeasuredServer {
  headers: Record<string, string>;
  socket: Socket;
  /** Where the product calls Meta. Nobody answers there, unless a benchmark does. */
  graphUrl: string;
  api: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

/**
 * Starts the built product on a database and registers a company with a Messenger page. Meta is there to prove the page,
 * and away while anything is measured.
 */
export async function startProduct(mongodbUri: string, env: Record<string, string> = {}): Promise<Product> {
  const meta = await startSandbox({
    port: 0,
    apiBaseUrl: 'http://127.0.0.1',
    appSecret: APP_SECRET,
    verifyToken: VERIFY,
  });
  const server = await startServer('dist/main.js', {
    NODE_ENV: 'development',
    MONGODB_URI: mongodbUri,
    SANDBOX: 'off',
    LOG_LEVEL: 'error',
    FACEBOOK_APP_SECRET: APP_SECRET,
    META_WEBHOOK_VERIFY_TOKEN: VERIFY,
    FACEBOOK_GRAPH_BASE_URL: meta.graphUrl,
    RATE_LIMIT_PER_MINUTE: '1000000',
    RATE_LIMIT_AUTH_PER_15_MIN: '1000000',
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1000000',
    ...env,
  });
  let headers: Record<string, string> = JSON_TYPE;
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const email = `bench-${Date.now()}@example.com`;
  const { tokens } = await api<{ tokens: { accessToken: string } }>('POST', '/auth/register', {
    email,
    password: 'correct horse battery',
    company_name: 'Benchmark',
  });
  headers = { ...JSON_TYPE, authorization: `Bearer ${tokens.accessToken}` };
  const page = { platform: 'facebook', external_id: DEFAULT_PAGE_ID, access_token: 'sandbox-token-facebook' };
  const { state } = await api<{ state: string }>('POST', '/channels', page);
  await meta.close();
  if (state !== 'live') throw new Error(`the page is ${state}`);
  const socket = io(server.url, { auth: { token: tokens.accessToken }, transports: ['websocket'] });
  return {
    ...server,
    headers,
    socket,
    graphUrl: meta.graphUrl,
    api,
    stop: async () => {
      socket.disconnect();
      await server.stop();
    },
  };
}
