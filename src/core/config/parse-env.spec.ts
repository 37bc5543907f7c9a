import { parseEnv } from './parse-env.js';

describe('the life of an access token', () => {
  it.each(['0m', '25d', '999999h'])('may not be %s', (life) => {
    expect(() => parseEnv({ ACCESS_TOKEN_TTL: life })).toThrow(/ACCESS_TOKEN_TTL must be .* 1s to 24d/);
  });

  it.each([
    ['1s', 1],
    ['24d', 2_073_600],
    [undefined, 900],
  ])('may be %s', (life, seconds) => {
    expect(parseEnv({ ACCESS_TOKEN_TTL: life }).ACCESS_TOKEN_TTL).toBe(seconds);
  });
});
