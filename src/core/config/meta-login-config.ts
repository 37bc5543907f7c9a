/** Addresses and ids for log-ins at Meta. A log-in without its id is not set up. */
export interface MetaLoginConfig {
  /** Registered at Meta as a valid redirect URI, byte for byte. */
  readonly redirectUri: string;
  readonly facebookAppId: string | undefined;
  readonly facebookDialogUrl: string;
  /** The configuration of Facebook Login for Business. Without it, the dialog asks for each scope. */
  readonly facebookConfigId: string | undefined;
  readonly instagramAppId: string | undefined;
  readonly instagramAppSecret: string | undefined;
  readonly instagramDialogUrl: string;
  readonly instagramTokenUrl: string;
  readonly whatsappConfigId: string | undefined;
}

interface MetaLoginEnv {
  readonly META_REDIRECT_URI: string | undefined;
  readonly FACEBOOK_APP_ID: string | undefined;
  readonly FACEBOOK_APP_SECRET: readonly string[];
  readonly FACEBOOK_DIALOG_URL: string | undefined;
  readonly FACEBOOK_LOGIN_CONFIG_ID: string | undefined;
  readonly FACEBOOK_GRAPH_VERSION: string;
  readonly INSTAGRAM_APP_ID: string | undefined;
  readonly INSTAGRAM_APP_SECRET: readonly string[];
  readonly INSTAGRAM_DIALOG_URL: string | undefined;
  readonly INSTAGRAM_TOKEN_URL: string | undefined;
  readonly WHATSAPP_SIGNUP_CONFIG_ID: string | undefined;
}

const CALLBACK_PATH = '/api/v1/meta/oauth/callback';
const SANDBOX_APP_ID = '600000000000001';
const SANDBOX_SIGNUP_CONFIG_ID = 'whatsapp-signup';

/** @param sandboxUrl undefined without the sandbox */
export function readMetaLogin(env: MetaLoginEnv, frontendUrl: string, sandboxUrl: string | undefined): MetaLoginConfig {
  const version = env.FACEBOOK_GRAPH_VERSION;
  const facebook = sandboxUrl ? `${sandboxUrl}/facebook` : 'https://www.facebook.com';
  const instagram = sandboxUrl ? `${sandboxUrl}/instagram` : 'https://www.instagram.com';
  const instagramApi = sandboxUrl ? `${sandboxUrl}/instagram-api` : 'https://api.instagram.com';
  const facebookAppId = env.FACEBOOK_APP_ID ?? (sandboxUrl ? SANDBOX_APP_ID : undefined);
  return {
    redirectUri: env.META_REDIRECT_URI ?? `${frontendUrl.replace(/\/$/, '')}${CALLBACK_PATH}`,
    facebookAppId,
    facebookDialogUrl: env.FACEBOOK_DIALOG_URL ?? `${facebook}/${version}/dialog/oauth`,
    facebookConfigId: env.FACEBOOK_LOGIN_CONFIG_ID,
    instagramAppId: env.INSTAGRAM_APP_ID ?? (sandboxUrl ? facebookAppId : undefined),
    instagramAppSecret: env.INSTAGRAM_APP_SECRET[0] ?? (sandboxUrl ? env.FACEBOOK_APP_SECRET[0] : undefined),
    instagramDialogUrl: env.INSTAGRAM_DIALOG_URL ?? `${instagram}/oauth/authorize`,
    instagramTokenUrl: env.INSTAGRAM_TOKEN_URL ?? `${instagramApi}/oauth/access_token`,
    whatsappConfigId: env.WHATSAPP_SIGNUP_CONFIG_ID ?? (sandboxUrl ? SANDBOX_SIGNUP_CONFIG_ID : undefined),
  };
}
