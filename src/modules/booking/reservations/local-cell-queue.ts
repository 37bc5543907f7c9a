import type { CellRange } from './legs.js';

interface Running {
  spans: readonly CellRange[];
  done: Promise<void>;
}

/**
 * Lets those of one process who want the same cells come one after the other, so that the losers of a rush learn of the
 * winner by reading instead of writing. It only saves work: between processes, and for right or wrong, the database
 * decides.
 */
export class LocalCellQueue {
  private readonly running = new Set<Running>();

  /** Resolves when those who are at these cells now are done; null when nobody is. */
  whenFree(spans: readonly CellRange[]): Promise<unknown> | null {
    const meets = (one: CellRange): boolean =>
      spans.some(({ lane, from, to }) => lane === one.lane && from < one.to && one.from < to);
    const others = [...this.running].filter((other) => other.spans.some(meets));
    return others.length > 0 ? Promise.all(others.map(({ done }) => done)) : null;
  }

  async run<T>(spans: readonly CellRange[], work: () => Promise<T>): Promise<T> {
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const mine = { spans, done };
    this.running.add(mine);
    try {
      return await work();
    } finally {
      this.running.delete(mine);
      resolve();
    }
  }
}
