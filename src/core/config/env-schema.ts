import {
  optionalText,
  text,
  integer,
  oneOf,
  optionalUrl,
  MIN_SECRET_LENGTH,
  optionalSecret,
  list,
  durationSeconds,
  onOff,
  encryptionKeys,
  hostPorts,
} from './env-parsers.js';
import { INTEGRATION_VARIABLES } from './integration-variables.js';
import { variable } from './env-variable.js';

export const SECURE_COOKIES = ['auto', 'always'] as const;
export const NODE_ENVS = ['development', 'test', 'production'] as const;
/** A timer ends sockets with their token. Timers of Node fire at once beyond 2^31 ms. */
const LONGEST_TIMER = '24d';
const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/**
 * Every environment variable. docs/configuration.md, `.env.example` and the check at start are made from this table.
 */
export const ENV_SCHEMA = {
  NODE_ENV: variable({
    group: 'Server',
    description: '`development`, `test` or `production`',
    default: 'development',
    parse: oneOf('development', NODE_ENVS),
  }),
  PORT: variable({ group: 'Server', description: 'HTTP port', default: '4000', parse: integer(4000, 0, 65_535) }),
  HOST: variable({
    group: 'Server',
    description: 'Address to listen on; 127.0.0.1 is this machine only, 0.0.0.0 every network it is in',
    default: '127.0.0.1, in production 0.0.0.0',
    example: '127.0.0.1',
    parse: optionalText,
  }),
  LOG_LEVEL: variable({
    group: 'Server',
    description: '`error`, `warn`, `info` or `debug`',
    default: 'info',
    parse: oneOf('info', LOG_LEVELS),
  }),
  ACCESS_LOG: variable({
    group: 'Server',
    description: '`on` or `off`: one log line for every request and every socket connection',
    default: 'on',
    parse: onOff,
  }),
  LOG_DIR: variable({
    group: 'Server',
    description: 'Folder of error.log and combined.log',
    default: './logs',
    parse: text('./logs'),
  }),
  FRONTEND_URL: variable({
    group: 'Server',
    description: 'Public address of the staff app, used in mailed links and OAuth redirects',
    default: 'http://localhost:PORT',
    example: 'http://localhost:4000',
    parse: optionalUrl,
  }),
  CORS_ORIGINS: variable({
    group: 'Server',
    description: 'Allowed browser origins, comma separated; none: same origin only',
    parse: list,
  }),
  SOURCE_URL: variable({ group: 'Server', description: 'Where users find the source code', parse: optionalUrl }),
  DATA_DIR: variable({
    group: 'Database',
    description: 'Embedded database, generated development secrets and stored files',
    default: './data',
    parse: text('./data'),
  }),
  MONGODB_URI: variable({
    group: 'Database',
    description: 'A real MongoDB (replica set or sharded); unset: the embedded engine in DATA_DIR',
    secret: true,
    parse: optionalText,
  }),
  MONGODB_POOL_SIZE: variable({
    group: 'Database',
    description: 'Connections a process',
    default: '20',
    parse: integer(20, 1, 500),
  }),
  REDIS_URL: variable({
    group: 'Database',
    description:
      'Turns on BullMQ, the Socket.IO adapter and rate limits that all processes share, except that of webhooks',
    secret: true,
    parse: optionalText,
  }),
  JWT_ACCESS_SECRET: variable({
    group: 'Auth',
    description: `Signs access tokens, >= ${MIN_SECRET_LENGTH} characters`,
    secret: true,
    requiredInProduction: true,
    parse: optionalSecret,
  }),
  JWT_REFRESH_SECRET: variable({
    group: 'Auth',
    description: `Keys the hashes of refresh tokens, >= ${MIN_SECRET_LENGTH} characters`,
    secret: true,
    requiredInProduction: true,
    parse: optionalSecret,
  }),
  ACCESS_TOKEN_TTL: variable({
    group: 'Auth',
    description: 'Life of an access token',
    default: '15m',
    parse: durationSeconds('15m', LONGEST_TIMER),
  }),
  REFRESH_TOKEN_TTL: variable({
    group: 'Auth',
    description: 'Life of a refresh token',
    default: '7d',
    parse: durationSeconds('7d', '365d'),
  }),
  BCRYPT_SALT_ROUNDS: variable({
    group: 'Auth',
    description: 'Cost of a password hash',
    default: '12',
    parse: integer(12, 4, 16),
  }),
  INTERNAL_SERVICE_API_KEY: variable({
    group: 'Security',
    description: `Lets a trusted service emit to sockets and read metrics, >= ${MIN_SECRET_LENGTH} characters`,
    secret: true,
    requiredInProduction: true,
    parse: optionalSecret,
  }),
  ENCRYPTION_KEY: variable({
    group: 'Security',
    description: 'Encrypts stored tokens: 32 bytes in base64; older keys may follow after commas',
    secret: true,
    requiredInProduction: true,
    parse: encryptionKeys,
  }),
  RATE_LIMIT_PER_MINUTE: variable({
    group: 'Security',
    description: 'Requests a user per minute',
    default: '600',
    parse: integer(600, 1, 1_000_000),
  }),
  RATE_LIMIT_AUTH_PER_15_MIN: variable({
    group: 'Security',
    description: 'Requests an address per 15 minutes on the log-in routes',
    default: '100',
    parse: integer(100, 1, 1_000_000),
  }),
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: variable({
    group: 'Security',
    description:
      'Requests with a body that one IP address may send per minute without an access token; webhooks are not counted',
    default: '300',
    parse: integer(300, 1, 1_000_000),
  }),
  TRUSTED_PROXY_HOPS: variable({
    group: 'Security',
    description: 'Proxies in front of the API whose X-Forwarded-For and X-Forwarded-Proto are believed',
    default: '0',
    parse: integer(0, 0, 10),
  }),
  SECURE_COOKIES: variable({
    group: 'Security',
    description:
      '`auto`: log-in cookies are Secure on https; `always`: also on plain http, where browsers then forget the log-in',
    default: 'auto',
    parse: oneOf('auto', SECURE_COOKIES),
  }),
  CSRF_PROTECTION: variable({
    group: 'Security',
    description: '`on` or `off`: refuses changes with cookies from other origins; log-in by cookie is checked always',
    default: 'off',
    parse: onOff,
  }),
  OUTBOUND_ALLOWED_HOSTS: variable({
    group: 'Security',
    description:
      'Private hosts that companies may give as an address for webhooks, as `host:port`, comma separated; none: public hosts only',
    parse: hostPorts,
  }),
  ...INTEGRATION_VARIABLES,
} as const;

export type EnvName = keyof typeof ENV_SCHEMA;
