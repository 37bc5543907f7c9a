import type { AllowedHosts } from '../../../../core/outbound/index.js';
import type { EmbeddingModel } from '../embedding-model.js';
import { openAiClient, type OpenAiServer } from './openai-client.js';

/** Embeddings of OpenAI, or of a server that speaks its protocol. */
export class OpenAiEmbeddings implements EmbeddingModel {
  readonly name: string;

  constructor(
    private readonly server: OpenAiServer & { readonly embedding_model: string },
    private readonly allowed: AllowedHosts,
  ) {
    this.name = server.embedding_model;
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[] | null> {
    const { OpenAI } = await import('openai');
    const body = { model: this.name, input: [...texts], encoding_format: 'float' as const };
    try {
      const { data } = await openAiClient(OpenAI, this.server, this.allowed).embeddings.create(body, { signal });
      const vectors = data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => unit(embedding));
      return vectors.length === texts.length && vectors.every(isUsable) ? vectors : null;
    } catch {
      return null;
    }
  }
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

const isUsable = (vector: Float32Array): boolean => vector.length > 0 && vector.every(Number.isFinite);
