export type ItemOutcome<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: unknown };

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Batches concurrent writes: while one batch is written, the next one gathers. An idle committer writes at once unless
 * `lingerMs` is set.
 */
export class GroupCommit<Item, Result = void> {
  private waiting: Waiting<Item, Result>[] = [];
  private isWriting = false;

  /**
   * @param write returns one outcome for each item, in order; an error fails the whole batch
   * @param lingerMs how long a batch waits for more items; only for writes that no caller waits for
   */
  constructor(
    private readonly write: (items: Item[]) => Promise<readonly ItemOutcome<Result>[]>,
    private readonly maxBatch = 500,
    private readonly lingerMs = 0,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length > 1) return;
      // A microtask runs after all adds of this turn of the event loop.
      if (this.lingerMs === 0) queueMicrotask(() => void this.flush());
      else setTimeout(() => void this.flush(), this.lingerMs).unref();
    });
  }

  private async flush(): Promise<void> {
    // One batch at a time keeps the order of the items.
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, this.maxBatch));
    this.isWriting = false;
  }

  private async commit(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome?.ok) resolve(outcome.result);
        else reject(outcome ? outcome.error : new Error('the batch gave no outcome for an item'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

interface BulkErrorShape {
  result?: { getWriteConcernError?: () => unknown };
  writeErrors?: readonly { index: number; err?: unknown; code?: number }[] | { index: number; code?: number };
}

export async function outcomesOfBulk(size: number, run: () => Promise<unknown>): Promise<ItemOutcome<void>[]> {
  const outcomes: ItemOutcome<void>[] = Array.from({ length: size }, () => ({ ok: true, result: undefined }));
  try {
    await run();
  } catch (error) {
    const { writeErrors, result } = error as BulkErrorShape;
    const failures = [writeErrors ?? []].flat() as { index: number }[];
    // Without the write concern no document of the batch is safe.
    if (failures.length === 0 || result?.getWriteConcernError?.()) throw error;
    for (const item of failures) outcomes[item.index] = { ok: false, error: item };
  }
  return outcomes;
}
