import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { ApiKeyGate, isApiKey } from './api-key-gate.js';
import { AccessTokenService, bearerTokenOf, invalidToken } from './access-token.service.js';
import type { Principal } from './principal.js';

export const ACCESS_TOKEN_STRATEGY = 'access-token';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN_STRATEGY) {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly keys: ApiKeyGate,
  ) {
    super();
  }

  async validate(request: IncomingMessage): Promise<Principal> {
    const token = bearerTokenOf(request);
    if (token === undefined) throw invalidToken();
    if (isApiKey(token)) return this.keys.authenticate(token);
    return (await this.tokens.authenticate(token)).principal;
  }
}
