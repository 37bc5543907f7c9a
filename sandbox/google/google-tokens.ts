import { randomBytes } from 'node:crypto';
import { compact, type JsonObject } from '../json.ts';
import { GoogleRefusal } from './google-refusal.ts';

const ACCESS_SECONDS = 3_599;
const BASE = 'https://www.googleapis.com/auth/calendar';
const READ = [BASE, `${BASE}.readonly`];
/** The scopes of which one is needed. */
export const SCOPES_FOR = {
  calendars: [...READ, `${BASE}.calendarlist`, `${BASE}.calendarlist.readonly`],
  read: [...READ, `${BASE}.events`, `${BASE}.events.readonly`, `${BASE}.events.owned`],
  write: [BASE, `${BASE}.events`, `${BASE}.events.owned`],
} as const;

interface Grant {
  email: string;
  scopes: readonly string[];
}

/** What an account allowed: access tokens live an hour, refresh tokens until somebody revokes them. */
export class GoogleTokens {
  private readonly access = new Map<string, Grant & { expiresAt: number }>();
  private readonly refreshTokens = new Map<string, Grant>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** A refresh token comes with the first consent only, or with `prompt=consent`. */
  grant({ email, scopes, isOffline, isPrompted }: Grant & { isOffline: boolean; isPrompted: boolean }): JsonObject {
    const isKnown = [...this.refreshTokens.values()].some((grant) => grant.email === email);
    const refresh = isOffline && (isPrompted || !isKnown) ? `1//0g${randomBytes(24).toString('base64url')}` : undefined;
    if (refresh !== undefined) this.refreshTokens.set(refresh, { email, scopes });
    return compact({ ...this.newAccess({ email, scopes }), refresh_token: refresh });
  }

  /** @returns undefined for a token that works no more */
  refresh(token: string): JsonObject | undefined {
    const grant = this.refreshTokens.get(token);
    return grant && this.newAccess(grant);
  }

  /** Ends all tokens of the account. @returns false for an unknown token */
  revoke(token: string): boolean {
    const grant = this.refreshTokens.get(token) ?? this.access.get(token);
    if (grant) this.revokeAccount(grant.email);
    return grant !== undefined;
  }

  revokeAccount(email: string): void {
    for (const tokens of [this.access, this.refreshTokens])
      for (const [value, grant] of tokens) if (grant.email === email) tokens.delete(value);
  }

  expireAccess(): void {
    this.access.clear();
  }

  /** The account of the token. @throws GoogleRefusal 401, or 403 if it has none of the scopes */
  accountOf(token: string | undefined, scopes: readonly string[]): string {
    const grant = this.access.get(token ?? '');
    if (!grant || grant.expiresAt <= this.now())
      throw new GoogleRefusal(401, 'authError', 'Invalid Credentials', {
        ...{ locationType: 'header', location: 'Authorization' },
      });
    if (!grant.scopes.some((scope) => scopes.includes(scope)))
      throw new GoogleRefusal(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
    return grant.email;
  }

  private newAccess(grant: Grant): JsonObject {
    const token = `ya29.${randomBytes(32).toString('base64url')}`;
    this.access.set(token, { ...grant, expiresAt: this.now() + ACCESS_SECONDS * 1_000 });
    const scope = grant.scopes.join(' ');
    return { access_token: token, expires_in: ACCESS_SECONDS, scope, token_type: 'Bearer' };
  }
}
