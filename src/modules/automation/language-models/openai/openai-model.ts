import type OpenAI from 'openai';
import type { AllowedHosts } from '../../../../core/outbound/index.js';
import { centsOf, type ModelRequest } from '../../assistant-core/index.js';
import type { LanguageModel, ModelReply } from '../language-model.js';
import { answerOf, chatBody } from './chat-completions.js';
import { guardedFetch, MODEL_TIMEOUT_MS } from './guarded-fetch.js';
import { failureOf } from './openai-failures.js';

export interface OpenAiOptions {
  /** With its version, for example `https://api.openai.com/v1`. */
  readonly base_url: string;
  readonly api_key: string;
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
      const answer = answerOf(await this.clientOf(OpenAI).chat.completions.create(body, { signal }), body);
      return { answer, cents: answer.ok ? centsOf(answer.tokens, this.prices) : 0 };
    } catch (error) {
      return { answer: { ok: false, code: failureOf(error, OpenAI) }, cents: 0 };
    }
  }

  private get prices() {
    return { input: this.options.input_price, output: this.options.output_price };
  }

  private clientOf(Client: typeof OpenAI): OpenAI {
    return new Client({
      apiKey: this.options.api_key,
      baseURL: this.options.base_url,
      // Retries are a decision of the turn, which knows how long the customer has waited.
      maxRetries: 0,
      timeout: MODEL_TIMEOUT_MS,
      fetch: guardedFetch(this.allowed),
      // The environment of the installation is not for companies with an own key.
      organization: null,
      project: null,
      logLevel: 'off',
    });
  }
}
