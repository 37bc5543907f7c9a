import { redact, redactText } from './redact.js';

/** Planted where secrets must not survive. */
const CANARY = 'c4naryS3cretValue';
const JWT = `eyJhbGciOiJIUzI1NiJ9.${CANARY}.${CANARY}`;

const show = (value: unknown): string => JSON.stringify(redact(value));

describe('redact', () => {
  it.each([
    'password',
    'newPassword',
    'current_password',
    'passwd',
    'pwd',
    'passphrase',
    'secret',
    'client_secret',
    'appSecret',
    'token',
    'accessToken',
    'refresh_token',
    'id_token',
    'page_access_token',
    'jwt',
    'authorization',
    'Authorization',
    'Proxy-Authorization',
    'auth',
    'credentials',
    'cookie',
    'Set-Cookie',
    'cookies',
    'apiKey',
    'api_key',
    'x-api-key',
    'x-internal-api-key',
    'INTERNAL_SERVICE_API_KEY',
    'encryptionKey',
    'private_key',
    'x-hub-signature-256',
    'MONGODB_URI',
    'redisUrl',
    'smtp_url',
    'JWT_ACCESS_SECRET',
    'META_WEBHOOK_VERIFY_TOKEN',
    'tokens',
  ])('hides the field %s at any depth, in arrays and maps', (field) => {
    const planted = { [field]: CANARY };
    expect(
      show({ a: [{ b: planted }], map: new Map([[field, CANARY]]), list: { [field]: [CANARY, { x: CANARY }] } }),
    ).not.toContain(CANARY);
    expect(show(planted)).toBe(JSON.stringify({ [field]: '[redacted]' }));
  });

  it.each([
    `Authorization: Bearer ${CANARY}`,
    `authorization=Basic ${CANARY}`,
    `bearer ${CANARY}`,
    `got ${JWT} back`,
    `EAAG${CANARY}`,
    `token IGAA${CANARY} is bad`,
    `IGQV${CANARY}`,
    `ya29.${CANARY}`,
    `AIza${CANARY}`,
    `GOCSPX-${CANARY}`,
    `sk-proj-${CANARY}`,
    `$aact_${CANARY}`,
    `110201543:AAH${CANARY}${CANARY}`,
    `https://graph.facebook.com/me?fields=id&access_token=${CANARY}&x=1`,
    `https://h/?client_secret=${CANARY}`,
    `https://h/cb?code=${CANARY}&x=1`,
    `https://h/cb?state=${CANARY}`,
    `https://h/w?hub.verify_token=${CANARY}`,
    `https://s3/f?X-Amz-Signature=${CANARY}&X-Amz-Credential=${CANARY}`,
    `mongodb://user:${CANARY}@host/db`,
    `redis://:${CANARY}@host`,
    `smtp://a:${CANARY}@h:25`,
    `https://u:${CANARY}@h/p`,
    `{"password":"${CANARY}"}`,
    `{"refresh_token": "${CANARY}"}`,
    `password=${CANARY}`,
    `api_key: ${CANARY}`,
    `apiKey=${CANARY}`,
    `Cookie: sid=${CANARY}; other=${CANARY}`,
    `set-cookie: rt=${CANARY}; Path=/`,
    `x-hub-signature=sha1=${CANARY}`,
  ])('hides the secret in the text %j', (text) => {
    expect(redactText(text)).not.toContain(CANARY);
    expect(show([{ message: `failed: ${text}\nnext line` }])).not.toContain(CANARY);
    const error = new Error(`request failed: ${text}`, { cause: new Error(text) });
    expect(show({ error })).not.toContain(CANARY);
    expect(show(Object.assign(error, { config: { headers: { Cookie: CANARY }, url: text } }))).not.toContain(CANARY);
  });

  it('leaves what is no secret as it is', () => {
    const line = {
      message: 'Conversation 6740a1 of Rex: 3 messages, token count 12, "Basic bath", code 200 at /api/messages?page=2',
      count: 3,
      ok: true,
      nothing: null,
      at: new Date(0),
      author: 'Ana',
      keyboard: 'qwerty',
      tokenizer: 'bpe',
    };
    expect(redact(line)).toEqual({ ...line, at: '1970-01-01T00:00:00.000Z' });
  });

  it('tells the text, cause and own fields of an error', () => {
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: 'E1' });
    const cause = expect.objectContaining({ name: 'TypeError', message: 'inner' }) as unknown;
    expect(redact(error)).toMatchObject({ name: 'Error', message: 'outer', code: 'E1', cause });
  });

  it('survives cycles, depth, size and odd values', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = CANARY;
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(redact(cycle)).toEqual({ self: '[circular]' });
    expect(show(deep)).toContain('[cut]');
    expect(show('x'.repeat(1_000_000)).length).toBeLessThan(10_000);
    expect(show(Array.from({ length: 100_000 }, () => 1)).length).toBeLessThan(1_000);
    expect(
      redact([
        10n,
        Symbol('s'),
        () => 1,
        Buffer.from(CANARY),
        new Date(NaN),
        new Set([1]),
        new URL('https://h/?token=1'),
      ]),
    ).toEqual(['10', 'Symbol(s)', '[function]', '[17 bytes]', null, [1], 'https://h/?token=[redacted]']);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const longest = 8_192;
    for (const part of ['token', 'a:', 'a://', 'eyJ', 'cookie=', '1', '-', 'bearer ', '?code=']) {
      const before = process.cpuUsage();
      redactText(part.repeat(longest / part.length));
      // A quadratic pattern takes seconds here.
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    }
  });
});
