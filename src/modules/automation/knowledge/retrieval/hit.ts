import type { Chunk } from './chunks.js';

/** A chunk that may answer a question. */
export interface Hit {
  readonly chunk: Chunk;
  /** The part of the question that the chunk covers, from 0 to 1. */
  readonly score: number;
}
