import type { AllowedHosts } from '../../../../core/outbound/index.js';
import { centsOf, type ModelRequest } from '../../assistant-core/index.js';
import type { LanguageModel, ModelReply } from '../language-model.js';
import { answerOf, chatBody } from './chat-completions.js';
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
      const answer = answerOf(
        await openAiClient(OpenAI, this.options, this.allowed).chat.completions.create(body, { signal }),
        body,
      );
      return { answer, cents: answer.ok ? centsOf(answer.tokens, this.prices) : 0 };
    } catch (error) {
      return { answer: { ok: false, code: failureOf(error, OpenAI) }, cents: 0 };
    }
  }

  private get prices() {
    return { input: this.options.input_price, output: this.options.output_price };
  }
}
