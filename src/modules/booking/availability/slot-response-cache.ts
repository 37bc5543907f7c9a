import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CachedJson } from '../../../core/http/index.js';
import type { Board } from '../engine/index.js';

const MEGABYTE = 1_024 * 1_024;
const MAX_BYTES = 64 * MEGABYTE;

/** Answers of the search, each kept for as long as its board stays as it is. */
@Injectable()
export class SlotResponseCache {
  private readonly kept = new LRUCache<string, CachedJson>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ size }, key) => size + 2 * key.length,
  });
  private readonly numbers = new WeakMap<Board, number>();
  private boards = 0;

  /** @param question everything beside the board that the answer depends on */
  getOrCreate(board: Board, question: unknown, make: () => object): CachedJson {
    const key = JSON.stringify([this.numberOf(board), board.revision, question]);
    let answer = this.kept.get(key);
    if (!answer) this.kept.set(key, (answer = new CachedJson(make())));
    return answer;
  }

  private numberOf(board: Board): number {
    let number = this.numbers.get(board);
    if (number === undefined) this.numbers.set(board, (number = ++this.boards));
    return number;
  }
}
