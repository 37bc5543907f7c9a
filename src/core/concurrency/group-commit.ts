/** The outcome of one item of a batch: its result, or its own error. */
export type ItemOutcome<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: unknown };

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns concurrent single writes into few batched ones: while one batch is on its way, the next one gathers. An idle
 * committer writes at once, so nothing waits longer than the write in front of it.
 */
export class GroupCommit<Item, Result = void> {
  private waiting: Waiting<Item, Result>[] = [];
  private isWriting = false;

  /**
   * @param write stores a batch and answers one outcome an item, in order; if it throws, every item fails with that
   * @param maxBatch most items of one batch
   * @param lingerMs how long the first item of a batch waits for company; only for what nobody waits for
   */
  constructor(
    private readonly write: (items: Item[]) => Promise<readonly ItemOutcome<Result>[]>,
    private readonly maxBatch = 500,
    private readonly lingerMs = 0,
  ) {}

  /** Resolves when the item is written. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length > 1) return;
      // In a microtask, so that everything added in this turn of the event loop shares the batch.
      if (this.lingerMs === 0) queueMicrotask(() => void this.flush());
      else setTimeout(() => void this.flush(), this.lingerMs).unref();
    });
  }

  private async flush(): Promise<void> {
    // One at a time: batches are the larger for it, and items keep their order over them.
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

/** Spreads the driver's unordered bulk error over the items of a batch; without `writeErrors` all of them failed. */
export async function outcomesOfBulk(size: number, run: () => Promise<unknown>): Promise<ItemOutcome<void>[]> {
  const outcomes: ItemOutcome<void>[] = Array.from({ length: size }, () => ({ ok: true, result: undefined }));
  try {
    await run();
  } catch (error) {
    const { writeErrors, result } = error as BulkErrorShape;
    const failures = [writeErrors ?? []].flat() as { index: number }[];
    // A write that is not on disk as asked is no write, whatever became of its documents.
    if (failures.length === 0 || result?.getWriteConcernError?.()) throw error;
    for (const item of failures) outcomes[item.index] = { ok: false, error: item };
  }
  return outcomes;
}
