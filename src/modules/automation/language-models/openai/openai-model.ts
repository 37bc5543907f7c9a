import type { AllowedHosts } from '../../../../core/outbound/index.js';
import { centsOf, type ModelRequest } from '../../assistant-core/index.js';
import type { LanguageModel, ModelFailureCode, ModelReply } from '../language-model.js';
import { estimatedTokens, answerOf, type ChatBody, chatBody } from './chat-completions.js';
import { openAiClient, type OpenAiServer } from './openai-client.js';
import { failureOf } from './openai-failures.js';

export interface OpenAiOptions extends OpenAiServer {
  readonly model: string;
  /** US cents for a million tokens of the question, and of the answer. */
  readonly input_price: number;
  readonly output_price: number;
}

/** A model at OpenAI, or at a server that speaks its protocol of chat completions. */
export class OpenAiModel implements LanguageModel {
  readonly name: string;

  constructor(
    private readonly options: OpenAiOptions,
    private readonly allowed: AllowedHosts,
  ) {
    this.name = options.model;
  }

  async ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply> {
    // Loaded with the first question, because most processes start without one.
    const { OpenAI } = await import('openai');
    const body = chatBody(request, this.options);
    try {
      const client = openAiClient(OpenAI, this.options, this.allowed);
      return this.reply(answerOf(await client.chat.completions.create(body, { signal }), body), body);
    } catch (error) {
      return this.reply({ ok: false, code: failureOf(error, OpenAI) }, body);
    }
  }

  private reply(answer: ModelReply['answer'], asked: ChatBody): ModelReply {
    const tokens = answer.ok ? answer.tokens : { input: isBilled(answer.code) ? estimatedTokens(asked) : 0, output: 0 };
    return { answer, tokens, cents: centsOf(tokens, this.prices) };
  }

  private get prices() {
    return { input: this.options.input_price, output: this.options.output_price };
  }
}

/** The provider has had the question, and may have answered it. */
function isBilled(code: ModelFailureCode): boolean {
  return code === 'TIMED_OUT' || code === 'INVALID_ANSWER';
}
