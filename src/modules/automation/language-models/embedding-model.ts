import type { ModelTokens } from '../assistant-core/index.js';

export interface Embeddings {
  readonly vectors: readonly Float32Array[] | null;
  /** What the provider may bill. */
  readonly tokens: ModelTokens;
  /** Of these tokens in US cents, by the price of a question. */
  readonly cents: number;
}

/** Turns texts into vectors whose angle says how near their meanings are. */
export interface EmbeddingModel {
  /** The name of the model at its provider. Vectors of two models cannot be compared. */
  readonly name: string;

  /**
   * One vector of length 1 for each text, in the same order; null if the provider gave no usable answer.
   * @param signal ends the waiting
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embeddings>;
}
