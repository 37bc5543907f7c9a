import type { CellRange } from './legs.js';

interface Running {
  spans: readonly CellRange[];
  done: Promise<void>;
}

/** Queues requests of one process for the same cells, so that losers read instead of write. Correctness depends on the database alone. */
export class LocalCellQueue {
  private readonly running = new Set<Running>();

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
