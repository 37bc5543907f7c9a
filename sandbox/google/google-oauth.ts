/** The consent page and the tokens of Google. */
import { createHash, randomBytes } from 'node:crypto';
import { choice, escapeHtml, group, page, textField } from '../dialogs/html.ts';
import { header, writeReply, type Exchange, type Reply } from '../http/exchange.ts';
import { isText } from '../json.ts';
import type { GoogleBook } from './google-book.ts';
import { DEFAULT_ACCOUNT } from './google-calendars.ts';
import { GoogleTokens } from './google-tokens.ts';

export const GOOGLE_CLIENT_ID = 'sandbox-google-client';
const HTML = 'text/html; charset=utf-8';
const CODE_MS = 10 * 60_000;
const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const SCOPES: readonly string[] = [
  ...[CALENDAR, `${CALENDAR}.readonly`, `${CALENDAR}.events`, `${CALENDAR}.events.readonly`],
  ...[`${CALENDAR}.calendarlist`, `${CALENDAR}.calendarlist.readonly`, `${CALENDAR}.events.owned`],
  ...['openid', 'email', 'profile'],
];
const PARAMETERS = [
  ...['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'access_type', 'prompt', 'login_hint', 'hl'],
  ...['include_granted_scopes', 'code_challenge', 'code_challenge_method'],
];
const CHALLENGE = /^[\w-]{43}$/;

interface Consent {
  redirectUri: string;
  state: string | null;
  scopes: readonly string[];
  challenge: string;
  isOffline: boolean;
  isPrompted: boolean;
}

interface Code extends Consent {
  email: string;
  expiresAt: number;
}

export class GoogleOauth {
  readonly tokens: GoogleTokens;
  private readonly open = new Map<string, Consent>();
  private readonly codes = new Map<string, Code>();
  private readonly book: GoogleBook;
  private readonly now: () => number;

  constructor(book: GoogleBook, now: () => number) {
    this.book = book;
    this.now = now;
    this.tokens = new GoogleTokens(now);
  }

  /** The consent page: accounts to choose, a new one, and permissions to decline. */
  show({ query, res }: Exchange): void {
    const consent = readConsent(query);
    if (typeof consent === 'string') {
      const content = `<p role="alert">${escapeHtml(consent)}</p>`;
      return writeReply(res, { status: 400, bytes: page('Sandbox: access blocked', content), contentType: HTML });
    }
    const id = randomBytes(16).toString('hex');
    this.open.set(id, consent);
    writeReply(res, { status: 200, bytes: this.form(id, consent), contentType: HTML });
  }

  answer({ body, res }: Exchange): void {
    const form = new URLSearchParams(body.toString('utf8'));
    const id = form.get('dialog') ?? '';
    const consent = this.open.get(id);
    if (!consent) {
      const content = '<p role="alert">This page was answered already. Start again.</p>';
      return writeReply(res, { status: 400, bytes: page('Sandbox: access blocked', content), contentType: HTML });
    }
    this.open.delete(id);
    const back = new URL(consent.redirectUri);
    if (consent.state !== null) back.searchParams.set('state', consent.state);
    if (form.get('decision') === 'continue') {
      const scopes = consent.scopes.filter((scope) => form.getAll('scope').includes(scope));
      back.searchParams.set('code', this.issue({ ...consent, scopes }, accountOf(form)));
      back.searchParams.set('scope', scopes.join(' '));
    } else back.searchParams.set('error', 'access_denied');
    writeReply(res, { status: 302, json: {}, headers: { location: back.href } });
  }

  /** `POST /token`: a code or a refresh token for an access token. */
  redeem(exchange: Exchange): Reply {
    if (!header(exchange, 'content-type')?.startsWith('application/x-www-form-urlencoded'))
      return refused('invalid_request', 'Send the parameters as a form');
    const form = new URLSearchParams(exchange.body.toString('utf8'));
    if (form.get('client_id') !== GOOGLE_CLIENT_ID || !form.get('client_secret'))
      return { ...refused('invalid_client', 'The OAuth client was not found.'), status: 401 };
    const kind = form.get('grant_type');
    if (kind === 'refresh_token') {
      const renewed = this.tokens.refresh(form.get('refresh_token') ?? '');
      return renewed ? ok(renewed) : refused('invalid_grant', 'Token has been expired or revoked.');
    }
    if (kind !== 'authorization_code') return refused('unsupported_grant_type', 'Invalid grant_type');
    return this.redeemCode(form);
  }

  /** `POST /revoke`: the token in the query or in a form. */
  revoke({ query, body }: Exchange): Reply {
    const token = query.get('token') ?? new URLSearchParams(body.toString('utf8')).get('token') ?? '';
    return this.tokens.revoke(token) ? ok({}) : refused('invalid_token', 'Token expired or revoked');
  }

  private issue(consent: Consent, email: string): string {
    this.book.account(email);
    const code = `4/0A${randomBytes(24).toString('base64url')}`;
    this.codes.set(code, { ...consent, email, expiresAt: this.now() + CODE_MS });
    return code;
  }

  private redeemCode(form: URLSearchParams): Reply {
    const code = this.codes.get(form.get('code') ?? '');
    if (!code || code.expiresAt <= this.now()) return refused('invalid_grant', 'Malformed auth code.');
    if (form.get('redirect_uri') !== code.redirectUri) return refused('redirect_uri_mismatch', 'Bad Request');
    const verifier = form.get('code_verifier') ?? '';
    const isVerified = createHash('sha256').update(verifier).digest('base64url') === code.challenge;
    // A code works once, also when the verifier is wrong.
    this.codes.delete(form.get('code') ?? '');
    if (!isVerified) return refused('invalid_grant', 'Invalid code verifier.');
    return ok(this.tokens.grant(code));
  }

  private form(id: string, { scopes }: Consent): Buffer {
    const accounts = [...this.book.accounts.keys()].map((value) =>
      choice({ name: 'account', value, label: value, type: 'radio', isChecked: value === DEFAULT_ACCOUNT }),
    );
    const other = textField('new_account', 'Another account', 'An address. It is used instead of the choice above.');
    const wanted = scopes.map((value) => choice({ name: 'scope', value, label: value, isChecked: true }));
    return page(
      'Sandbox: sign in with Google',
      `<p>PetBuddy wants access to your Google Account.</p><form method="post" action="/google/o/oauth2/answer">` +
        `<input type="hidden" name="dialog" value="${escapeHtml(id)}">` +
        group('Account', accounts.join('') + other) +
        group('Permissions', wanted.join('')) +
        '<button name="decision" value="continue">Allow</button>' +
        '<button name="decision" value="cancel">Deny</button></form>',
    );
  }
}

const accountOf = (form: URLSearchParams): string =>
  form.get('new_account')?.trim() || (form.get('account') ?? DEFAULT_ACCOUNT);

/** @returns what is wrong, as words */
function readConsent(query: URLSearchParams): Consent | string {
  const unknown = [...query.keys()].find((key) => !PARAMETERS.includes(key));
  if (unknown !== undefined) return `Error 400: invalid_request. Parameter not allowed: ${unknown}`;
  if (query.get('client_id') !== GOOGLE_CLIENT_ID) return 'Error 401: invalid_client. The OAuth client was not found.';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!/^https?:\/\//.test(redirectUri) || !URL.canParse(redirectUri) || redirectUri.includes('#'))
    return 'Error 400: redirect_uri_mismatch';
  if (query.get('response_type') !== 'code') return 'Error 400: invalid_request. Invalid response_type';
  const scopes = (query.get('scope') ?? '').split(' ').filter(isText);
  const wrong = scopes.find((scope) => !SCOPES.includes(scope));
  if (wrong !== undefined || scopes.length === 0) return `Error 400: invalid_scope. ${wrong ?? 'No scope'}`;
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !CHALLENGE.test(challenge))
    return 'Error 400: invalid_request. code_challenge with S256 is needed';
  if (!query.get('state')) return 'Error 400: invalid_request. state is needed';
  const isPrompted = query.get('prompt')?.split(' ').includes('consent') ?? false;
  return {
    redirectUri,
    state: query.get('state'),
    scopes,
    challenge,
    isOffline: query.get('access_type') === 'offline',
    isPrompted,
  };
}

const ok = (json: unknown): Reply => ({ status: 200, json });

const refused = (error: string, description: string): Reply => ({
  ...{ status: 400, json: { error, error_description: description } },
});
