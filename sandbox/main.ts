/** `node sandbox/main.ts`: runs the sandbox beside the product, configured by the environment. */
import { DEMO_CHANNELS } from './channels.ts';
import { keepMemory } from './memory.ts';
import { DEFAULT_SANDBOX_PORT, startSandbox } from './server.ts';
import { Undelivered } from './undelivered.ts';

const DEFAULT_API_PORT = 4000;
/** Deliveries are repeated for this long, so that the product can be restarted. */
const RETRY_FOR_MS = 10 * 60_000;

/** Meta's review takes minutes or hours. */
const TEMPLATE_REVIEW_MS = 4_000;

const { env } = process;
const apiBaseUrl = env['API_BASE_URL'] ?? `http://127.0.0.1:${env['PORT'] ?? DEFAULT_API_PORT}`;
const required = (name: string): string => {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  console.error(`The sandbox needs ${name}, with the same value as the API.`);
  process.exit(1);
};

const sandbox = await startSandbox({
  port: Number(env['SANDBOX_PORT'] ?? DEFAULT_SANDBOX_PORT),
  host: env['SANDBOX_HOST'] ?? '127.0.0.1',
  apiBaseUrl,
  appSecret: required('FACEBOOK_APP_SECRET'),
  verifyToken: required('META_WEBHOOK_VERIFY_TOKEN'),
  ...(env['FACEBOOK_APP_ID'] ? { appId: env['FACEBOOK_APP_ID'] } : {}),
  ...(env['SANDBOX_LEDGER_FILE'] ? { ledgerFile: env['SANDBOX_LEDGER_FILE'] } : {}),
  channels: DEMO_CHANNELS,
});
if (env['SANDBOX_MEMORY_FILE']) keepMemory(sandbox.state, sandbox.devices, env['SANDBOX_MEMORY_FILE']);
sandbox.receipts.knobs.read = 'phone';
sandbox.receipts.knobs.approve_templates_after_ms = TEMPLATE_REVIEW_MS;
sandbox.webhooks.knobs.retryForMs = RETRY_FOR_MS;
if (env['SANDBOX_UNDELIVERED_FILE']) sandbox.webhooks.keepUndelivered(new Undelivered(env['SANDBOX_UNDELIVERED_FILE']));
console.log(`sandbox ready at ${sandbox.url} (delivers to ${apiBaseUrl})`);

const shutDown = (): void => {
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGTERM', shutDown);
process.once('SIGINT', shutDown);
