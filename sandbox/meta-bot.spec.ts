import { readExchange } from './http/exchange.ts';
import { Ledger } from './ledger.ts';
import { MetaBot } from './meta-bot.ts';
import { serve } from './testing/receiver.ts';

const MESSAGE = {
  company_id: 'c1',
  customer_id: 'k1',
  platform: 'facebook',
  content: 'Hello',
  attachments: [],
  access_token: 't',
  customer_social_id: '42',
};

describe('MetaBot', () => {
  let bot: MetaBot;
  let ledger: Ledger;
  let server: { url: string; close: () => Promise<void> };

  beforeEach(async () => {
    ledger = new Ledger();
    bot = new MetaBot({ ledger });
    server = await serve((req, res) => {
      void readExchange(req, res).then((exchange) => (exchange === null ? undefined : bot.handle(exchange)));
    });
  });

  afterEach(() => server.close());

  const post = (body: unknown, options: { path?: string; headers?: Record<string, string>; timeoutMs?: number } = {}) =>
    fetch(`${server.url}${options.path ?? '/chat/manual-facebook'}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...options.headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(options.timeoutMs ?? 5_000),
    });

  it('accepts exactly the agreed body and gives a platform message id', async () => {
    const response = await post(MESSAGE);
    expect(response.status).toBe(200);
    const { message_id: id, ...rest } = (await response.json()) as Record<string, string>;
    expect(rest).toEqual({ ok: true });
    expect(id).toMatch(/^m_/);
    expect(bot.messages()).toEqual([{ ...MESSAGE, message_id: id }]);
    const instagram = { ...MESSAGE, platform: 'instagram' };
    const second = (await (await post(instagram, { path: '/chat/manual-instagram' })).json()) as Record<string, string>;
    expect(second['message_id']).toMatch(/^aWdf/);
  });

  const { content: _content, ...withoutContent } = MESSAGE;
  it.each([
    ['an unknown key', { ...MESSAGE, extra: 1 }, 'Unknown keys: extra'],
    ['a missing key', withoutContent, 'Missing keys: content'],
    ['the wrong platform', { ...MESSAGE, platform: 'instagram' }, 'platform must be facebook on this route'],
    ['an empty customer', { ...MESSAGE, customer_social_id: '' }, 'customer_social_id must be a non-empty string'],
    ['nothing to send', { ...MESSAGE, content: '' }, 'content or an attachment is needed'],
    ['null attachments', { ...MESSAGE, attachments: null }, 'attachments must be an array'],
    [
      'a strange attachment',
      { ...MESSAGE, attachments: [{ type: 'image', src: 'x' }] },
      'Unknown keys of an attachment: src',
    ],
  ])('refuses %s', async (_name, body, error) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ok: false, error });
    expect(bot.messages()).toEqual([]);
  });

  it('refuses other routes, methods and content types', async () => {
    expect((await post(MESSAGE, { path: '/chat/other' })).status).toBe(404);
    expect((await fetch(`${server.url}/chat/manual-facebook`)).status).toBe(405);
    expect((await post(MESSAGE, { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });

  it('counts a repeated idempotency key once', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const answers = await Promise.all([1, 2, 3].map(async () => (await post(MESSAGE, { headers })).json()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(ledger.entries({ kind: 'bot.call' })).toHaveLength(3);
    expect(bot.messages()).toHaveLength(1);
    expect((await post({ ...MESSAGE, content: 'other' }, { headers })).status).toBe(409);
  });

  it('fails in every way asked for', async () => {
    const outcome = async (mode: typeof bot.knobs.mode): Promise<string> => {
      bot.knobs.mode = mode;
      try {
        const response = await post(MESSAGE, { timeoutMs: mode.endsWith('hang') ? 150 : 60_000 });
        const text = await response.text();
        return `${response.status} ${text.length > 1e7 ? 'huge' : text.startsWith('{') ? 'json' : 'not json'}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    expect(await outcome('400')).toBe('400 json');
    expect(await outcome('500')).toBe('500 json');
    expect(await outcome('invalid_json')).toBe('200 not json');
    expect(await outcome('huge')).toBe('200 huge');
    expect(await outcome('drop')).toBe('TypeError');
    expect(await outcome('hang')).toBe('TimeoutError');
    expect(bot.messages()).toHaveLength(0);
    expect(await outcome('accept_then_drop')).toBe('TypeError');
    expect(await outcome('accept_then_hang')).toBe('TimeoutError');
    bot.knobs.slow_ms = 5;
    expect(await outcome('slow')).toBe('200 json');
    expect(bot.messages()).toHaveLength(3);
  });

  it('lets one customer fail alone', async () => {
    bot.knobs.by_customer['13'] = { mode: '500' };
    expect((await post({ ...MESSAGE, customer_social_id: '13' })).status).toBe(500);
    expect((await post(MESSAGE)).status).toBe(200);
  });
});
