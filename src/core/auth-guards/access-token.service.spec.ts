import { jest } from '@jest/globals';
import { JwtService } from '@nestjs/jwt';
import { AppConfig } from '../config/index.js';
import { AccessTokenService } from './access-token.service.js';
import type { Principal } from './principal.js';

const ID = '0123456789abcdef01234567';
const ANA: Principal = { userId: ID, companyId: ID, role: 'owner', sessionId: ID };

describe('AccessTokenService', () => {
  const config = AppConfig.load({ NODE_ENV: 'test' });
  const ended = new Set<string>();
  const isLive = (sessionId: string): Promise<boolean> => Promise.resolve(!ended.has(sessionId));
  const tokens = new AccessTokenService(new JwtService(), { isLive, isLiveNow: isLive }, config);

  afterEach(() => {
    ended.clear();
    jest.useRealTimers();
  });

  it('refuses a token after its expiry although it was accepted before', async () => {
    const { accessToken, expiresIn } = tokens.issue(ANA);
    expect((await tokens.authenticate(accessToken)).principal).toEqual(ANA);
    jest.useFakeTimers({ now: Date.now() + expiresIn * 1_000, doNotFake: ['nextTick', 'queueMicrotask'] });
    await expect(tokens.authenticate(accessToken)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('refuses a token of an ended session although it was accepted before', async () => {
    const { accessToken } = tokens.issue(ANA);
    expect((await tokens.authenticate(accessToken)).principal).toEqual(ANA);
    ended.add(ANA.sessionId);
    await expect(tokens.authenticate(accessToken)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('refuses a token with a changed signature, and one of another secret', async () => {
    const { accessToken } = tokens.issue(ANA);
    const foreign = new JwtService().sign({ sub: ID, cid: ID, role: 'owner', sid: ID }, { secret: 'another-secret' });
    for (const token of [`${accessToken}x`, foreign, 'none']) {
      await expect(tokens.authenticate(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    }
  });
});
