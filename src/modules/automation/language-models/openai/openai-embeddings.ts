import type { AllowedHosts } from '../../../../core/outbound/index.js';
import { centsOf } from '../../assistant-core/index.js';
import type { EmbeddingModel, Embeddings } from '../embedding-model.js';
import { estimatedTokens } from './chat-completions.js';
import { openAiClient, type OpenAiServer } from './openai-client.js';

/** Numbers as text take more than ten bytes each. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The largest vectors of known models; each number takes 4 bytes of memory. */
const MAX_DIMENSIONS = 3_072;

/** Embeddings of OpenAI, or of a server that speaks its protocol. */
export class OpenAiEmbeddings implements EmbeddingModel {
  readonly name: string;

  constructor(
    private readonly server: OpenAiServer & { readonly embedding_model: string; readonly input_price: number },
    private readonly allowed: AllowedHosts,
  ) {
    this.name = server.embedding_model;
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<Embeddings> {
    const { OpenAI } = await import('openai');
    const body = { model: this.name, input: [...texts], encoding_format: 'float' as const };
    const { input_price } = this.server;
    const reply = (vectors: Embeddings['vectors'], input = estimatedTokens(texts)): Embeddings => {
      const tokens = { input, output: 0 };
      return { vectors, tokens, cents: centsOf(tokens, { input: input_price, output: 0 }) };
    };
    try {
      const client = openAiClient(OpenAI, this.server, this.allowed, MAX_ANSWER_BYTES);
      const { data, usage } = await client.embeddings.create(body, { signal });
      const vectors = data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => unit(embedding));
      const isWhole = vectors.length === texts.length && vectors.every(isUsable);
      return reply(isWhole ? vectors : null, usage?.prompt_tokens);
    } catch {
      return reply(null);
    }
  }
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

const isUsable = (vector: Float32Array): boolean =>
  vector.length > 0 && vector.length <= MAX_DIMENSIONS && vector.every(Number.isFinite);
