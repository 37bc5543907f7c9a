import { join, resolve } from 'node:path';
import type { CrashPlan } from '../crash-points/crash-point.js';
import { loadDevelopmentSecrets } from './development-secrets.js';
import { ENV_SCHEMA, type EnvName } from './env-schema.js';
import { type GoogleConfig, readGoogle } from './google-config.js';
import { type LanguageModelConfig, readLanguageModel } from './language-model-config.js';
import { type MetaLoginConfig, readMetaLogin } from './meta-login-config.js';
import { parseEnv } from './parse-env.js';
import { readVapidKeys, type VapidKeys } from './vapid-keys.js';

const GRAPH_BASE_URL = 'https://graph.facebook.com';
const INSTAGRAM_GRAPH_BASE_URL = 'https://graph.instagram.com';
const EVERY_NETWORK = '0.0.0.0';
/** The log-in of the demo is public, so outside production only this machine may connect. */
const THIS_MACHINE = '127.0.0.1';

/** The checked configuration. Durations are in seconds. */
export class AppConfig {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  readonly logDir: string;
  readonly accessLog: boolean;
  readonly frontendUrl: string;
  readonly corsOrigins: readonly string[];
  readonly sourceUrl: string | undefined;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  readonly mongodbPoolSize: number;
  readonly redisUrl: string | undefined;
  readonly jwtAccessSecret: string;
  readonly jwtRefreshSecret: string;
  readonly accessTokenTtlSeconds: number;
  readonly refreshTokenTtlSeconds: number;
  readonly bcryptSaltRounds: number;
  readonly internalServiceApiKey: string;
  readonly encryptionKeys: readonly string[];
  readonly rateLimitPerMinute: number;
  readonly rateLimitAuthPer15Minutes: number;
  readonly rateLimitAnonymousPerMinute: number;
  readonly trustedProxyHops: number;
  readonly secureCookies: 'auto' | 'always';
  readonly csrfProtection: boolean;
  /** `host:port` of private hosts that a company may name; with the sandbox, also that of the sandbox. */
  readonly outboundAllowedHosts: readonly string[];
  readonly metaWebhookSecrets: readonly string[];
  readonly facebookAppSecret: string | undefined;
  readonly graphVersion: string;
  readonly graphBaseUrl: string;
  readonly instagramGraphBaseUrl: string;
  readonly metaLogin: MetaLoginConfig;
  readonly metaWebhookVerifyToken: string | undefined;
  readonly metaBotBaseUrl: string | undefined;
  /** Unset: generated keys. */
  readonly vapidKeys: VapidKeys | undefined;
  /** Undefined without a Google app. */
  readonly google: GoogleConfig | undefined;
  /** Undefined without a key of the installation. */
  readonly languageModel: LanguageModelConfig | undefined;
  /** With its version; undefined: that of the environment which a company chooses. */
  readonly asaasBaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly storageUrl: string | undefined;
  readonly sandbox: boolean;
  readonly sandboxPort: number;
  /** Where a person plays a customer; undefined in production and without the sandbox. */
  readonly practicePhoneUrl: string | undefined;
  /** Never set in production. */
  readonly crashAt: CrashPlan | undefined;

  private constructor(source: Readonly<Record<string, string | undefined>>) {
    const env = parseEnv(source);
    this.nodeEnv = env.NODE_ENV;
    this.isProduction = env.NODE_ENV === 'production';
    this.host = env.HOST ?? (this.isProduction ? EVERY_NETWORK : THIS_MACHINE);
    this.port = env.PORT;
    this.logLevel = env.LOG_LEVEL;
    this.logDir = resolve(env.LOG_DIR);
    this.accessLog = env.ACCESS_LOG ?? true;
    this.frontendUrl = env.FRONTEND_URL ?? `http://localhost:${env.PORT}`;
    this.corsOrigins = env.CORS_ORIGINS;
    this.sourceUrl = env.SOURCE_URL;
    this.dataDir = resolve(env.DATA_DIR);
    this.mongodbUri = env.MONGODB_URI;
    this.mongodbPoolSize = env.MONGODB_POOL_SIZE;
    this.redisUrl = env.REDIS_URL;
    this.jwtAccessSecret = env.JWT_ACCESS_SECRET ?? '';
    this.jwtRefreshSecret = env.JWT_REFRESH_SECRET ?? '';
    this.accessTokenTtlSeconds = env.ACCESS_TOKEN_TTL;
    this.refreshTokenTtlSeconds = env.REFRESH_TOKEN_TTL;
    this.bcryptSaltRounds = env.BCRYPT_SALT_ROUNDS;
    this.internalServiceApiKey = env.INTERNAL_SERVICE_API_KEY ?? '';
    this.encryptionKeys = env.ENCRYPTION_KEY;
    this.rateLimitPerMinute = env.RATE_LIMIT_PER_MINUTE;
    this.rateLimitAuthPer15Minutes = env.RATE_LIMIT_AUTH_PER_15_MIN;
    this.rateLimitAnonymousPerMinute = env.RATE_LIMIT_ANONYMOUS_PER_MINUTE;
    this.trustedProxyHops = env.TRUSTED_PROXY_HOPS;
    this.secureCookies = env.SECURE_COOKIES;
    this.csrfProtection = env.CSRF_PROTECTION ?? false;
    this.metaWebhookSecrets = [...env.FACEBOOK_APP_SECRET, ...env.INSTAGRAM_APP_SECRET];
    this.facebookAppSecret = env.FACEBOOK_APP_SECRET[0];
    this.graphVersion = env.FACEBOOK_GRAPH_VERSION;
    this.sandbox = env.SANDBOX ?? (!env.FACEBOOK_APP_ID && !this.isProduction);
    this.sandboxPort = env.SANDBOX_PORT;
    this.practicePhoneUrl = this.sandbox && !this.isProduction ? this.sandboxUrl('/') : undefined;
    this.outboundAllowedHosts = [...env.OUTBOUND_ALLOWED_HOSTS, ...this.hostsOfSandbox()];
    this.crashAt = this.isProduction ? undefined : env.CRASH_AT;
    this.graphBaseUrl = env.FACEBOOK_GRAPH_BASE_URL ?? this.fakeUrl('/graph') ?? GRAPH_BASE_URL;
    this.instagramGraphBaseUrl =
      env.INSTAGRAM_GRAPH_BASE_URL ?? this.fakeUrl('/instagram-graph') ?? INSTAGRAM_GRAPH_BASE_URL;
    this.metaLogin = readMetaLogin(env, this.frontendUrl, this.fakeUrl(''));
    this.metaWebhookVerifyToken = env.META_WEBHOOK_VERIFY_TOKEN;
    this.metaBotBaseUrl = env.META_BOT_BASE_URL;
    this.vapidKeys = readVapidKeys(env);
    this.google = readGoogle(env, this.frontendUrl, this.fakeUrl('/google'));
    this.languageModel = readLanguageModel(env);
    this.asaasBaseUrl = env.ASAAS_BASE_URL ?? this.fakeUrl('/asaas/v3');
    [this.smtpUrl, this.mailFrom] = [env.SMTP_URL, env.MAIL_FROM];
    this.storageUrl = env.STORAGE_URL;
  }

  /**
   * Outside production, missing secrets come from DATA_DIR/secrets.json.
   * @throws Error that names every missing or bad variable, never a value
   */
  static load(source: Readonly<Record<string, string | undefined>> = process.env): AppConfig {
    if (source['NODE_ENV'] === 'production') {
      assertProductionSecrets(source);
      return new AppConfig(source);
    }
    const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
    return new AppConfig({ ...loadDevelopmentSecrets(resolve(set['DATA_DIR'] ?? './data')), ...set });
  }

  get facebookAppId(): string | undefined {
    return this.metaLogin.facebookAppId;
  }

  get databaseDir(): string {
    return join(this.dataDir, 'db');
  }

  private hostsOfSandbox(): string[] {
    return this.practicePhoneUrl ? sandboxHosts(this.sandboxPort) : [];
  }

  /** The address of a fake of the sandbox; undefined without a sandbox. */
  private fakeUrl(path: string): string | undefined {
    return this.sandbox ? this.sandboxUrl(path) : undefined;
  }

  private sandboxUrl(path: string): string {
    return `http://127.0.0.1:${this.sandboxPort}${path}`;
  }
}

function sandboxHosts(port: number): string[] {
  return [`localhost:${port}`, `127.0.0.1:${port}`];
}

function assertProductionSecrets(source: Readonly<Record<string, string | undefined>>): void {
  const missing = (Object.keys(ENV_SCHEMA) as EnvName[]).filter(
    (name) => 'requiredInProduction' in ENV_SCHEMA[name] && !source[name],
  );
  if (missing.length > 0) throw new Error(`Production needs these secrets to be set: ${missing.join(', ')}`);
}
