const CALLBACK_PATH = '/api/v1/google-calendar/oauth/callback';
const SANDBOX_CLIENT = { id: 'sandbox-google-client', secret: 'sandbox-google-secret' };
const REAL_GOOGLE = {
  consentUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  revokeUrl: 'https://oauth2.googleapis.com/revoke',
  calendarUrl: 'https://www.googleapis.com/calendar/v3',
} as const;

/** The app of this installation at Google, and the addresses of Google. */
export interface GoogleConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly consentUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  /** With the version; without a slash at the end. */
  readonly calendarUrl: string;
  /** Address of the server in place of Google; undefined: Google itself. */
  readonly baseUrl: string | undefined;
}

interface GoogleEnv {
  readonly GOOGLE_CLIENT_ID: string | undefined;
  readonly GOOGLE_CLIENT_SECRET: string | undefined;
  readonly GOOGLE_REDIRECT_URI: string | undefined;
  readonly GOOGLE_BASE_URL: string | undefined;
}

/**
 * @param fakeUrl address of Google in the sandbox, which also has an app
 * @returns undefined without an app
 */
export function readGoogle(env: GoogleEnv, frontendUrl: string, fakeUrl: string | undefined): GoogleConfig | undefined {
  const baseUrl = (env.GOOGLE_BASE_URL ?? (env.GOOGLE_CLIENT_ID ? undefined : fakeUrl))?.replace(/\/$/, '');
  const sandbox = fakeUrl === undefined || env.GOOGLE_CLIENT_ID ? undefined : SANDBOX_CLIENT;
  const clientId = env.GOOGLE_CLIENT_ID ?? sandbox?.id;
  const clientSecret = env.GOOGLE_CLIENT_SECRET ?? sandbox?.secret;
  if (!clientId || !clientSecret) return undefined;
  const redirectUri = env.GOOGLE_REDIRECT_URI ?? frontendUrl.replace(/\/$/, '') + CALLBACK_PATH;
  return { clientId, clientSecret, redirectUri, baseUrl, ...addressesOf(baseUrl) };
}

function addressesOf(baseUrl: string | undefined): Pick<GoogleConfig, keyof typeof REAL_GOOGLE> {
  if (baseUrl === undefined) return REAL_GOOGLE;
  return {
    consentUrl: `${baseUrl}/o/oauth2/v2/auth`,
    tokenUrl: `${baseUrl}/token`,
    revokeUrl: `${baseUrl}/revoke`,
    calendarUrl: `${baseUrl}/calendar/v3`,
  };
}
