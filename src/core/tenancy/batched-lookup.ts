import { GroupCommit } from '../concurrency/index.js';
import type { CompanyScope } from './company-scope.js';

interface Lookup<Key> {
  scope: CompanyScope;
  key: Key;
}

/**
 * Batches the same small read of concurrent requests into one query for each company. A lookup is read after the
 * call, so it sees all earlier writes.
 */
export class BatchedLookup<Key, Row> {
  private readonly lookups: GroupCommit<Lookup<Key>, Row[]>;

  /**
   * @param find reads the rows of all keys at once, in the order that a single key needs
   * @param isFor whether a row belongs to a key
   */
  constructor(
    private readonly find: (scope: CompanyScope, keys: Key[]) => Promise<Row[]>,
    private readonly isFor: (row: Row, key: Key) => boolean,
    maxBatch: number,
  ) {
    this.lookups = new GroupCommit((batch) => this.read(batch), maxBatch);
  }

  get(scope: CompanyScope, key: Key): Promise<Row[]> {
    return this.lookups.add({ scope, key });
  }

  private async read(batch: Lookup<Key>[]): Promise<{ ok: true; result: Row[] }[]> {
    const companies = Map.groupBy(batch, ({ scope }) => scope.id);
    const rows = new Map<string, Row[]>();
    const read = async ([id, lookups]: [string, Lookup<Key>[]]): Promise<void> => {
      const [first] = lookups;
      const keys = lookups.map(({ key }) => key);
      if (first) rows.set(id, await this.find(first.scope, keys));
    };
    await Promise.all([...companies].map(read));
    return batch.map(({ scope, key }) => ({
      ok: true,
      result: (rows.get(scope.id) ?? []).filter((row) => this.isFor(row, key)),
    }));
  }
}
