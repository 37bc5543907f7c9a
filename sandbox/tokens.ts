import { randomBytes } from 'node:crypto';

/** `INSTAGRAM`: of Instagram Login, for graph.instagram.com only; all others for graph.facebook.com only. */
export type TokenType = 'USER' | 'PAGE' | 'SYSTEM_USER' | 'APP' | 'INSTAGRAM';

/** The numbers are the subcodes of error 190. */
export const TOKEN_FAILURES = {
  app_removed: 458,
  checkpoint: 459,
  password_changed: 460,
  expired: 463,
  unconfirmed: 464,
  revoked: 467,
  page_role_lost: 492,
} as const;

export type TokenState = 'valid' | keyof typeof TOKEN_FAILURES;

export interface Token {
  value: string;
  type: TokenType;
  state: TokenState;
  /** Ids of accounts; a user token lists its pages. */
  targets: string[];
  /** The Graph API refuses changes of their subscriptions. */
  readOnlyTargets: string[];
  scopes: string[];
  /** The person's tasks on the Pages; absent: all. */
  tasks?: readonly string[];
  /** `debug_token` names no targets: each scope is granted for all accounts. */
  isForAll: boolean;
  userId: string;
  issuedAt: number;
  /** Unix seconds; 0: never. */
  expiresAt: number;
  dataAccessExpiresAt: number;
}

export const ALL_SCOPES: readonly string[] = [
  'pages_show_list',
  'pages_messaging',
  'pages_manage_metadata',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_posts',
  'pages_manage_engagement',
  'instagram_basic',
  'instagram_manage_messages',
  'instagram_manage_comments',
  'instagram_content_publish',
  'business_management',
  'whatsapp_business_management',
  'whatsapp_business_messaging',
];

const MS_PER_SECOND = 1_000;
const TOKEN_BYTES = 24;
const DATA_ACCESS_SECONDS = 90 * 24 * 3600;
export const INSTAGRAM_TOKEN_SECONDS = 60 * 24 * 3600;
/** A renewed token has the value of the first token plus this ending. */
const RENEWED = /-renewed-\d+$/;

/** Dates in Unix seconds. */
export type TokenDates = Partial<Pick<Token, 'issuedAt' | 'expiresAt' | 'dataAccessExpiresAt'>>;

export class TokenBook {
  private readonly tokens = new Map<string, Token>();
  private readonly listeners = new Set<(token: Token) => void>();
  private renewals = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** @param options without `lifetimeSeconds` the token never expires */
  issue(options: {
    value?: string;
    type: TokenType;
    targets?: readonly string[];
    scopes?: readonly string[];
    tasks?: readonly string[];
    userId?: string;
    lifetimeSeconds?: number;
  }): Token {
    const issuedAt = this.seconds();
    const token: Token = {
      value: options.value ?? newValue(options.type),
      type: options.type,
      state: 'valid',
      targets: [...(options.targets ?? [])],
      readOnlyTargets: [],
      scopes: [...(options.scopes ?? ALL_SCOPES)],
      ...(options.tasks && { tasks: options.tasks }),
      isForAll: false,
      userId: options.userId ?? '9000000001',
      issuedAt,
      expiresAt: options.lifetimeSeconds === undefined ? 0 : issuedAt + options.lifetimeSeconds,
      dataAccessExpiresAt: issuedAt + DATA_ACCESS_SECONDS,
    };
    this.restore(token);
    this.changed(token);
    return token;
  }

  restore(token: Token): void {
    this.tokens.set(token.value, token);
  }

  /** The listener is called for each new or changed token. */
  subscribe(listener: (token: Token) => void): void {
    this.listeners.add(listener);
  }

  /** The tokens that may act for an account. */
  forTarget(id: string): Token[] {
    return [...this.tokens.values()].filter(({ targets }) => targets.includes(id));
  }

  /** After a restart, finds a renewed token by its first token. */
  find(value: string): Token | undefined {
    const known = this.tokens.get(value);
    if (known !== undefined || !RENEWED.test(value)) return known;
    const first = this.tokens.get(value.replace(RENEWED, ''));
    return first && this.issueLike(first, value);
  }

  /** A new token for the same accounts; the old one stays as it is. */
  renew(token: Token): Token {
    this.renewals++;
    return this.issueLike(token, `${token.value.replace(RENEWED, '')}-renewed-${this.renewals}`);
  }

  private issueLike({ type, targets, scopes, userId }: Token, value: string): Token {
    return this.issue({ value, type, targets, scopes, userId, lifetimeSeconds: INSTAGRAM_TOKEN_SECONDS });
  }

  stateOf(token: Token): TokenState {
    if (token.state !== 'valid') return token.state;
    return token.expiresAt !== 0 && token.expiresAt <= this.seconds() ? 'expired' : 'valid';
  }

  /** Breaks or repairs a token as Meta does. False if there is no such token. */
  setState(value: string, state: TokenState): boolean {
    const token = this.tokens.get(value);
    if (token === undefined) return false;
    token.state = state;
    this.changed(token);
    return true;
  }

  /** Changes dates of a token, such as its time of issue. @returns false if the token is unknown */
  setDates(value: string, dates: TokenDates): boolean {
    const token = this.tokens.get(value);
    if (token === undefined) return false;
    Object.assign(token, dates);
    this.changed(token);
    return true;
  }

  seconds(): number {
    return Math.floor(this.now() / MS_PER_SECOND);
  }

  private changed(token: Token): void {
    for (const listener of this.listeners) listener(token);
  }
}

function newValue(type: TokenType): string {
  return `${type === 'INSTAGRAM' ? 'IGAA' : 'EAA'}sandbox${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}
