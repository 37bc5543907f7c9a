import { parseCrashPlan } from '../crash-points/crash-point.js';
import { integer, list, onOff, optionalInteger, optionalText, optionalUrl, text } from './env-parsers.js';
import { variable } from './env-variable.js';

/** Variables of Meta, Google, the language model, mail, files and the sandbox; a part of ENV_SCHEMA. */
const MAX_CENTS = 100_000_000;

export const INTEGRATION_VARIABLES = {
  FACEBOOK_APP_ID: variable({ group: 'Meta', description: 'Meta app', parse: optionalText }),
  FACEBOOK_APP_SECRET: variable({
    group: 'Meta',
    description: 'Signs Meta webhooks; a previous secret may follow after a comma',
    secret: true,
    parse: list,
  }),
  INSTAGRAM_APP_SECRET: variable({
    group: 'Meta',
    description: 'The separate secret of Instagram Login; a previous one may follow after a comma',
    secret: true,
    parse: list,
  }),
  FACEBOOK_GRAPH_VERSION: variable({
    group: 'Meta',
    description: 'Graph API version',
    default: 'v26.0',
    parse: text('v26.0'),
  }),
  FACEBOOK_GRAPH_BASE_URL: variable({
    group: 'Meta',
    description: 'Graph API host',
    default: 'https://graph.facebook.com',
    parse: optionalUrl,
  }),
  INSTAGRAM_GRAPH_BASE_URL: variable({
    group: 'Meta',
    description: 'Graph API host of Instagram Login',
    default: 'https://graph.instagram.com',
    parse: optionalUrl,
  }),
  META_REDIRECT_URI: variable({
    group: 'Meta',
    description:
      'Address to which Meta returns people after a log-in; must be registered at the Meta app, byte for byte',
    default: 'FRONTEND_URL/api/v1/meta/oauth/callback',
    example: 'http://localhost:4000/api/v1/meta/oauth/callback',
    parse: optionalUrl,
  }),
  FACEBOOK_DIALOG_URL: variable({
    group: 'Meta',
    description: 'Log-in dialog of Facebook, also for WhatsApp',
    default: 'https://www.facebook.com/FACEBOOK_GRAPH_VERSION/dialog/oauth',
    example: 'https://www.facebook.com/v26.0/dialog/oauth',
    parse: optionalUrl,
  }),
  FACEBOOK_LOGIN_CONFIG_ID: variable({
    group: 'Meta',
    description: 'Configuration of Facebook Login for Business; unset: the dialog asks for each permission',
    parse: optionalText,
  }),
  WHATSAPP_SIGNUP_CONFIG_ID: variable({
    group: 'Meta',
    description: 'Configuration of Embedded Signup; unset: WhatsApp numbers are connected by a pasted token',
    parse: optionalText,
  }),
  INSTAGRAM_APP_ID: variable({
    group: 'Meta',
    description: 'App id of Instagram Login, which differs from FACEBOOK_APP_ID',
    parse: optionalText,
  }),
  INSTAGRAM_DIALOG_URL: variable({
    group: 'Meta',
    description: 'Log-in dialog of Instagram',
    default: 'https://www.instagram.com/oauth/authorize',
    parse: optionalUrl,
  }),
  INSTAGRAM_TOKEN_URL: variable({
    group: 'Meta',
    description: 'Address that exchanges codes of Instagram Login',
    default: 'https://api.instagram.com/oauth/access_token',
    parse: optionalUrl,
  }),
  META_WEBHOOK_VERIFY_TOKEN: variable({
    group: 'Meta',
    description: "Answers Meta's webhook handshake",
    secret: true,
    parse: optionalText,
  }),
  META_BOT_BASE_URL: variable({
    group: 'Meta',
    description: 'A Meta bot that sends for us; unset: the Graph API itself',
    parse: optionalUrl,
  }),
  GOOGLE_CLIENT_ID: variable({ group: 'Google', description: 'Google Calendar app', parse: optionalText }),
  GOOGLE_CLIENT_SECRET: variable({ group: 'Google', description: 'The app secret', secret: true, parse: optionalText }),
  GOOGLE_REDIRECT_URI: variable({
    group: 'Google',
    description: 'Address to which Google returns people after a log-in; must be registered at the Google app',
    default: 'FRONTEND_URL/api/v1/google-calendar/oauth/callback',
    example: 'http://localhost:4000/api/v1/google-calendar/oauth/callback',
    parse: optionalUrl,
  }),
  GOOGLE_BASE_URL: variable({
    group: 'Google',
    description: 'Address of a server that answers in place of Google; unset: Google itself',
    parse: optionalUrl,
  }),
  OPENAI_API_KEY: variable({
    group: 'Language model',
    description: 'Key for the assistant of all companies without an own key; unset: those companies have rules only',
    secret: true,
    parse: optionalText,
  }),
  OPENAI_BASE_URL: variable({
    group: 'Language model',
    description: 'Address of OpenAI or of a server with the same chat completions, with its version',
    default: 'https://api.openai.com/v1',
    parse: optionalUrl,
  }),
  OPENAI_MODEL: variable({
    group: 'Language model',
    description: 'Name of the model',
    default: 'gpt-4.1-mini',
    parse: text('gpt-4.1-mini'),
  }),
  OPENAI_EMBEDDING_MODEL: variable({
    group: 'Language model',
    description: 'Model for the search of the knowledge, such as text-embedding-3-small; unset: it compares words only',
    parse: optionalText,
  }),
  OPENAI_MONTHLY_CENTS: variable({
    group: 'Language model',
    description:
      'The most US cents that a company without an own key may use up in a month, of its time zone; then it has rules only; unset: no limit',
    parse: optionalInteger(0, MAX_CENTS),
  }),
  ASAAS_BASE_URL: variable({
    group: 'Payments',
    description: 'Address of Asaas with its version; unset: the address of the environment that a company chooses',
    example: 'https://api-sandbox.asaas.com/v3',
    parse: optionalUrl,
  }),
  SMTP_URL: variable({
    group: 'Mail',
    description: 'smtp://user:password@host:port; unset: mails are kept in DATA_DIR/mail',
    secret: true,
    parse: optionalText,
  }),
  MAIL_FROM: variable({
    group: 'Mail',
    description: 'Sender of mails',
    default: 'PetBuddy <no-reply@localhost>',
    parse: text('PetBuddy <no-reply@localhost>'),
  }),
  VAPID_PUBLIC_KEY: variable({
    group: 'Push',
    description:
      'Public key for web push, 65 bytes in base64url; unset: both keys are generated and kept in the database',
    parse: optionalText,
  }),
  VAPID_PRIVATE_KEY: variable({
    group: 'Push',
    description: 'The private key that belongs to it, 32 bytes in base64url',
    secret: true,
    parse: optionalText,
  }),
  STORAGE_URL: variable({
    group: 'Storage',
    description: 's3://key:secret@host/bucket?region=..&tls=on|off; unset: DATA_DIR/files',
    secret: true,
    parse: optionalText,
  }),
  SANDBOX: variable({
    group: 'Sandbox',
    description: '`on` or `off`: local fakes of Meta and a practice phone',
    default: 'on without FACEBOOK_APP_ID outside production',
    example: 'on',
    parse: onOff,
  }),
  SANDBOX_PORT: variable({
    group: 'Sandbox',
    description: 'Port of the sandbox',
    default: '4001',
    parse: integer(4001, 0, 65_535),
  }),
  CRASH_AT: variable({
    group: 'Sandbox',
    description: 'Tests of crashes: lines at which the process ends itself; nothing in production',
    parse: parseCrashPlan,
  }),
} as const;
