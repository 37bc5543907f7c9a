import { bearerToken, isJson, jsonBody, writeReply, type Exchange, type Reply } from './http/exchange.ts';
import { answerFault, answerUnderFault, DEFAULT_SLOW_MS, isEffective, type Fault } from './http/faults.ts';
import { isObject, isText, type JsonObject } from './json.ts';
import type { Ledger, LedgerKind } from './ledger.ts';
import { type ModelAnswer, type ModelCharacter, thoughtOf } from './language-model-brain.ts';
import { embeddingsOf, reasonToRefuseEmbeddings } from './embeddings.ts';
import { reasonToRefuseChat } from './language-model-check.ts';

export const MODEL_KEY = 'sandbox-model-key';
/** To a request that is not of the assistant. */
const DEFAULT_TEXT = 'I am the model of the sandbox.';
const DEFAULT_KNOBS = { mode: 'ok', slow_ms: DEFAULT_SLOW_MS, character: 'helpful' } as const;

const ENDPOINTS: Readonly<Record<string, { entry: LedgerKind; reasonToRefuse: (body: unknown) => string | null }>> = {
  '/v1/chat/completions': { entry: 'model.call', reasonToRefuse: reasonToRefuseChat },
  '/v1/embeddings': { entry: 'model.embeddings', reasonToRefuse: reasonToRefuseEmbeddings },
};

/** A strict provider of a language model with the chat completions and the embeddings of OpenAI. */
export class LanguageModelFake {
  readonly knobs: Required<Fault> & { character: ModelCharacter } = { ...DEFAULT_KNOBS };
  private readonly script: ModelAnswer[] = [];
  private readonly ledger: Ledger;
  private calls = 0;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Says these, one for each call; after them what `language-model-brain.ts` thinks. */
  answerNext(...answers: ModelAnswer[]): void {
    this.script.push(...answers);
  }

  reset(): void {
    this.script.length = 0;
    Object.assign(this.knobs, DEFAULT_KNOBS);
  }

  async handle(exchange: Exchange): Promise<void> {
    const { method, path, res } = exchange;
    const endpoint = method === 'POST' ? ENDPOINTS[path] : undefined;
    if (!endpoint) return writeReply(res, refusal(404, `No ${method} ${path}`, 'not_found'));
    if (bearerToken(exchange) !== MODEL_KEY)
      return writeReply(res, refusal(401, 'Incorrect API key provided', 'invalid_api_key'));
    if (!isJson(exchange)) return writeReply(res, refusal(415, 'Content-Type must be application/json'));
    const body = jsonBody(exchange);
    const reason = endpoint.reasonToRefuse(body);
    this.ledger.append(endpoint.entry, { body, mode: this.knobs.mode, refused: reason });
    if (reason !== null || !isObject(body)) return writeReply(res, refusal(400, reason ?? 'Not an object'));
    const { mode } = this.knobs;
    if (!isEffective(mode)) return answerFault(exchange, mode, (status) => errorBody(`sandbox mode ${status}`));
    const reply = endpoint.entry === 'model.call' ? this.replyTo(body) : { status: 200, json: embeddingsOf(body) };
    await answerUnderFault(exchange, this.knobs, reply);
  }

  private replyTo(body: JsonObject): Reply {
    const answer = this.script.shift() ?? thoughtOf(body, this.knobs.character) ?? { content: DEFAULT_TEXT };
    if (answer.status !== undefined) return refusal(answer.status, 'As the script says', answer.code);
    const id = ++this.calls;
    const tool_calls = (answer.tool_calls ?? []).map(({ name, arguments: args }, index) => ({
      id: `call_${id}_${index}`,
      type: 'function',
      function: { name, arguments: isText(args) ? args : JSON.stringify(args) },
    }));
    const message = {
      role: 'assistant',
      content: answer.content ?? null,
      ...(tool_calls.length > 0 && { tool_calls }),
    };
    const finish_reason = answer.finish_reason ?? (tool_calls.length > 0 ? 'tool_calls' : 'stop');
    const prompt_tokens = tokensIn(body);
    const completion_tokens = tokensIn(message);
    return {
      status: 200,
      json: {
        id: `chatcmpl-${id}`,
        object: 'chat.completion',
        created: 0,
        model: body['model'],
        choices: [{ index: 0, message, finish_reason }],
        usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
      },
    };
  }
}

/** About four characters a token. */
const tokensIn = (value: unknown): number => Math.ceil(JSON.stringify(value).length / 4);

const errorBody = (message: string, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});

function refusal(status: number, message: string, code?: string): Reply {
  return { status, json: errorBody(message, code) };
}
