import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LRUCache } from 'lru-cache';
import { AppConfig } from '../config/index.js';
import { AppError } from '../errors/index.js';
import { type Principal } from './principal.js';
import { type Role, ROLES } from './permissions.js';
import { SessionGate } from './session-gate.js';

export interface AccessTokenClaims {
  sub: string;
  cid: string;
  role: Role;
  sid: string;
}

export const TOKEN_ISSUER = 'petbuddy';
export const TOKEN_AUDIENCE = 'petbuddy-api';
export const TOKEN_ALGORITHM = 'HS256';
const MAX_VERIFIED_TOKENS = 10_000;
const MS_PER_SECOND = 1_000;

type VerifiedClaims = AccessTokenClaims & { exp: number };

@Injectable()
export class AccessTokenService {
  /** A KeyObject: with a string secret the library needs 50 times as long for each token. */
  private readonly key: KeyObject;
  /** A signature is checked once; whether the session still lives is asked every time. */
  private readonly verified = new LRUCache<string, VerifiedClaims>({ max: MAX_VERIFIED_TOKENS });

  constructor(
    private readonly jwt: JwtService,
    private readonly sessions: SessionGate,
    private readonly config: AppConfig,
  ) {
    this.key = createSecretKey(Buffer.from(config.jwtAccessSecret, 'utf8'));
  }

  issue(principal: Principal): { accessToken: string; expiresIn: number } {
    const { userId, companyId, role, sessionId } = principal;
    const claims: AccessTokenClaims = { sub: userId, cid: companyId, role, sid: sessionId };
    const expiresIn = this.config.accessTokenTtlSeconds;
    const accessToken = this.jwt.sign(claims, {
      privateKey: this.key,
      algorithm: TOKEN_ALGORITHM,
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      expiresIn,
    });
    return { accessToken, expiresIn };
  }

  /** @throws AppError TOKEN_EXPIRED | INVALID_TOKEN, also after log-out */
  async authenticate(token: string): Promise<{ principal: Principal; expiresAt: Date }> {
    const claims = this.verify(token);
    return { principal: await this.principalOf(claims), expiresAt: new Date(claims.exp * MS_PER_SECOND) };
  }

  /** Like {@link authenticate}, but returns undefined instead of an error. */
  async recognise(token: string | undefined): Promise<Principal | undefined> {
    if (token === undefined) return undefined;
    try {
      return await this.principalOf(this.verify(token));
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  private async principalOf(claims: AccessTokenClaims): Promise<Principal> {
    const { sub, cid, role, sid } = claims;
    const wellFormed = [sub, cid, sid].every((id) => typeof id === 'string') && ROLES.includes(role);
    if (!wellFormed || !(await this.sessions.isLive(sid))) throw invalidToken();
    return { userId: sub, companyId: cid, role, sessionId: sid };
  }

  private verify(token: string): VerifiedClaims {
    const known = this.verified.get(token);
    if (known && Date.now() < known.exp * MS_PER_SECOND) return known;
    try {
      const claims = this.jwt.verify<VerifiedClaims>(token, {
        secret: this.key as never,
        algorithms: [TOKEN_ALGORITHM],
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
      });
      this.verified.set(token, claims);
      return claims;
    } catch (error) {
      throw (error as Error).name === 'TokenExpiredError' ? tokenExpired() : invalidToken();
    }
  }
}

const BEARER = /^Bearer +(\S+)$/i;

export function bearerTokenOf({ headers }: IncomingMessage): string | undefined {
  return BEARER.exec(headers.authorization ?? '')?.[1];
}

function tokenExpired(): AppError {
  return AppError.unauthorized('TOKEN_EXPIRED', 'The access token has expired; refresh it at POST /auth/refresh');
}

export function invalidToken(): AppError {
  return AppError.unauthorized(
    'INVALID_TOKEN',
    'The access token is missing or not valid; log in and send it as Authorization: Bearer',
  );
}
