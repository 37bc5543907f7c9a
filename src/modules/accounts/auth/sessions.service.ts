import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Types } from 'mongoose';
import { AccessTokenService, type Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { acceptsSession, AccountsRepository, type User } from '../users/index.js';
import { invalidRefreshToken, sessionNotFound } from './auth.errors.js';
import type { ClientInfo } from './client-info.js';
import { type RefreshToken, RefreshTokenService } from './refresh-token.service.js';
import type { Session } from './schemas/session.schema.js';
import { SessionsRepository } from './sessions.repository.js';

/** The previous token still answers for this long, for a client that lost the answer or asked twice. */
export const PREVIOUS_TOKEN_LEEWAY_MS = 10_000;
/** A log-in ends after this time, however often it is refreshed. */
export const SESSION_MAX_AGE_MS = 90 * 24 * 3_600_000;
const KEPT_AFTER_EXPIRY_MS = 30 * 24 * 3_600_000;
const MAX_USER_AGENT_LENGTH = 256;

export interface SessionTokens {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
  refreshExpiresAt: Date;
}

@Injectable()
export class SessionsService implements OnModuleInit {
  private readonly logger = new Logger(SessionsService.name);

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly refreshTokens: RefreshTokenService,
    private readonly accessTokens: AccessTokenService,
    private readonly accounts: AccountsRepository,
    private readonly events: EventBus,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.events.on('users.access_revoked', ({ userId, exceptSessionId }) => this.endAll(userId, exceptSessionId));
  }

  async open(user: User, client: ClientInfo): Promise<SessionTokens> {
    const now = new Date();
    const token = this.refreshTokens.first(new Types.ObjectId());
    const expiresAt = this.expiry(token.sessionId, now);
    await this.sessions.insert({
      _id: token.sessionId,
      user_id: user._id,
      company_id: user.company_id,
      epoch: user.session_epoch,
      current_hash: token.hash,
      rotated_at: now,
      expires_at: expiresAt,
      user_agent: client.userAgent.slice(0, MAX_USER_AGENT_LENGTH),
      ip: client.ip,
    });
    return this.tokensOf(user, token, expiresAt);
  }

  /**
   * Trades a refresh token for the next one. Repeated calls with one token get the same answer for a moment.
   * Later, or with an older token, the whole family ends, since the token may be stolen.
   * @throws AppError INVALID_TOKEN
   */
  async refresh(value: string): Promise<SessionTokens> {
    const presented = this.refreshTokens.parse(value);
    if (!presented) throw invalidRefreshToken();
    const next = this.refreshTokens.successor(presented);
    const now = new Date();
    const rotated = await this.sessions.rotate(presented, next, now, this.expiry(presented.sessionId, now));
    const session = rotated ?? (await this.repeatOf(presented, next, now));
    return this.tokensOf(await this.ownerOf(session), next, session.expires_at);
  }

  /** Also ends the session of the refresh token, if it is the caller's. */
  async logOut(principal: Principal, refreshToken: string | undefined): Promise<void> {
    await this.end(new Types.ObjectId(principal.sessionId), 'logout');
    const other = refreshToken === undefined ? undefined : this.refreshTokens.parse(refreshToken)?.sessionId;
    if (!other || other.equals(principal.sessionId)) return;
    await this.endIfOwn(principal, other);
  }

  async logOutWith(refreshToken: string): Promise<void> {
    const token = this.refreshTokens.parse(refreshToken);
    if (token) await this.end(token.sessionId, 'logout');
  }

  async list(principal: Principal): Promise<Session[]> {
    const user = await this.accounts.getById(CompanyScope.of(principal.companyId), principal.userId);
    const open = await this.sessions.findOpen(user._id, new Date());
    return open.filter((session) => acceptsSession(user, session));
  }

  /** @throws AppError NOT_FOUND */
  async endOwn(principal: Principal, id: Types.ObjectId): Promise<void> {
    if (!(await this.endIfOwn(principal, id))) throw sessionNotFound();
  }

  /** Ends all log-ins of the caller except the one of this call. */
  endOthers({ userId, sessionId }: Principal): Promise<void> {
    return this.endAll(new Types.ObjectId(userId), sessionId);
  }

  /** Expired sessions are kept for a while for inquiries. @returns how many were deleted */
  purge(): Promise<number> {
    return this.sessions.purge(new Date(Date.now() - KEPT_AFTER_EXPIRY_MS));
  }

  private async endAll(userId: Types.ObjectId, exceptId: string | undefined): Promise<void> {
    const except = exceptId === undefined ? undefined : new Types.ObjectId(exceptId);
    this.announceEnd(await this.sessions.endAll(userId, except, new Date()));
  }

  /** A repetition within the leeway gets the same answer; any other old token ends the family. */
  private async repeatOf(presented: RefreshToken, next: RefreshToken, now: Date): Promise<Session> {
    const session = await this.sessions.findById(presented.sessionId);
    if (!session || session.ended_at !== null || session.expires_at <= now) throw invalidRefreshToken();
    const isPrevious = session.previous_hash === presented.hash && session.current_hash === next.hash;
    if (isPrevious && now.getTime() - session.rotated_at.getTime() <= PREVIOUS_TOKEN_LEEWAY_MS) return session;
    this.logger.warn({ message: 'a refresh token was used again', session_id: session._id.toHexString() });
    await this.end(session._id, 'reuse');
    throw invalidRefreshToken();
  }

  private async ownerOf(session: Session): Promise<User> {
    const user = await this.accounts.findById(CompanyScope.of(session.company_id), session.user_id);
    if (!user || !acceptsSession(user, session)) throw invalidRefreshToken();
    return user;
  }

  private async end(id: Types.ObjectId, reason: 'logout' | 'reuse'): Promise<void> {
    if (await this.sessions.end(id, reason, new Date())) this.announceEnd([id]);
  }

  private async endIfOwn(principal: Principal, id: Types.ObjectId): Promise<boolean> {
    const ended = await this.sessions.endOwn(new Types.ObjectId(principal.userId), id, new Date());
    if (ended) this.announceEnd([id]);
    return ended;
  }

  private announceEnd(ids: readonly Types.ObjectId[]): void {
    if (ids.length > 0) this.events.emit('sessions.ended', { sessionIds: ids.map((id) => id.toHexString()) });
  }

  /** The id holds the time at which the session was opened. */
  private expiry(sessionId: Types.ObjectId, now: Date): Date {
    const idle = now.getTime() + this.config.refreshTokenTtlSeconds * 1_000;
    return new Date(Math.min(idle, sessionId.getTimestamp().getTime() + SESSION_MAX_AGE_MS));
  }

  private tokensOf(user: User, token: RefreshToken, refreshExpiresAt: Date): SessionTokens {
    const { accessToken, expiresIn } = this.accessTokens.issue({
      userId: user._id.toHexString(),
      companyId: user.company_id.toHexString(),
      role: user.role,
      sessionId: token.sessionId.toHexString(),
    });
    return { accessToken, expiresIn, refreshToken: token.value, refreshExpiresAt };
  }
}
