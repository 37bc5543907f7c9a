import { readExchange } from './http/exchange.ts';
import { LanguageModelFake, MODEL_KEY } from './language-model.ts';
import { Ledger } from './ledger.ts';
import { serve } from './testing/receiver.ts';

const BODY = { model: 'small', max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }] };
const CALL = { id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } };
const LOOSE_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'answer', strict: true, schema: { type: 'object', properties: { reply: {} }, required: [] } },
};

describe('LanguageModelFake', () => {
  let server: { url: string; close: () => Promise<void> };

  beforeEach(async () => {
    const model = new LanguageModelFake(new Ledger());
    server = await serve((req, res) => {
      void readExchange(req, res).then((exchange) => (exchange === null ? undefined : model.handle(exchange)));
    });
  });
  afterEach(() => server.close());

  const statusOf = async (body: unknown, key = MODEL_KEY): Promise<number> => {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    return response.status;
  };

  it('answers a right request', async () => {
    expect(await statusOf(BODY)).toBe(200);
    const withCall = [
      ...BODY.messages,
      { role: 'assistant', content: '', tool_calls: [CALL] },
      { role: 'tool', tool_call_id: 'c1', content: '[]' },
    ];
    expect(await statusOf({ ...BODY, messages: withCall })).toBe(200);
  });

  it.each([
    ['a wrong key', BODY, 401, 'wrong'],
    ['an unknown argument', { ...BODY, answer: 1 }, 400, MODEL_KEY],
    ['no limit of tokens', { ...BODY, max_tokens: undefined }, 400, MODEL_KEY],
    ['no message', { ...BODY, messages: [] }, 400, MODEL_KEY],
    ['an unknown role', { ...BODY, messages: [{ role: 'boss', content: 'Hi' }] }, 400, MODEL_KEY],
    ['an unknown format', { ...BODY, response_format: { type: 'json' } }, 400, MODEL_KEY],
    ['a schema that is not strict', { ...BODY, response_format: LOOSE_FORMAT }, 400, MODEL_KEY],
    ['an empty list of tools', { ...BODY, tools: [] }, 400, MODEL_KEY],
    [
      'a result without a call',
      { ...BODY, messages: [{ role: 'tool', tool_call_id: 'x', content: '' }] },
      400,
      MODEL_KEY,
    ],
    [
      'a call without a result',
      { ...BODY, messages: [{ role: 'assistant', content: '', tool_calls: [CALL] }] },
      400,
      MODEL_KEY,
    ],
  ])('refuses %s', async (_what, body, status, key) => {
    expect(await statusOf(body, key)).toBe(status);
  });
});
