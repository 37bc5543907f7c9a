import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CachedJson } from '../../../core/http/index.js';
import type { AvailabilityGrid } from '../engine/index.js';

const MEGABYTE = 1_024 * 1_024;
const MAX_BYTES = 64 * MEGABYTE;

/** Search results, valid as long as their grid does not change. */
@Injectable()
export class SlotResponseCache {
  private readonly answers = new LRUCache<string, CachedJson>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ size }, key) => size + 2 * key.length,
  });
  private readonly gridNumbers = new WeakMap<AvailabilityGrid, number>();
  private lastGridNumber = 0;

  /** @param question all other input of the answer */
  getOrCreate(grid: AvailabilityGrid, question: unknown, make: () => object): CachedJson {
    const key = JSON.stringify([this.numberOf(grid), grid.revision, question]);
    let answer = this.answers.get(key);
    if (!answer) this.answers.set(key, (answer = new CachedJson(make())));
    return answer;
  }

  private numberOf(grid: AvailabilityGrid): number {
    let number = this.gridNumbers.get(grid);
    if (number === undefined) this.gridNumbers.set(grid, (number = ++this.lastGridNumber));
    return number;
  }
}
