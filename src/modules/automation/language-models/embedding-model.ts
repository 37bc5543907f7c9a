/** Turns texts into vectors whose angle says how near their meanings are. */
export interface EmbeddingModel {
  /** The name of the model at its provider. Vectors of two models cannot be compared. */
  readonly name: string;

  /**
   * One vector of length 1 for each text, in the same order.
   * @param signal ends the waiting
   * @returns null if the provider gave no usable answer
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[] | null>;
}
