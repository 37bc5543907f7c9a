import { JwtService } from '@nestjs/jwt';
import {
  type AccessTokenClaims,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
} from '../../src/core/auth-guards/access-token.service.js';
import type { LoggedIn } from '../builders/accounts.js';
import type { TestApp } from './test-app.js';

const jwt = new JwtService();

/** The claims of somebody's access token. */
export function claimsOf({ tokens }: Pick<LoggedIn, 'tokens'>): AccessTokenClaims {
  const { sub, cid, role, sid } = jwt.decode<AccessTokenClaims>(tokens.accessToken);
  return { sub, cid, role, sid };
}

/** A token that the product itself would have signed; below 0 `expiresIn` (seconds) lies in the past. */
export function signAccessToken(
  { config }: Pick<TestApp, 'config'>,
  claims: AccessTokenClaims,
  expiresIn: number,
): string {
  return jwt.sign(claims, {
    secret: config.jwtAccessSecret,
    algorithm: TOKEN_ALGORITHM,
    issuer: TOKEN_ISSUER,
    audience: TOKEN_AUDIENCE,
    expiresIn,
  });
}
