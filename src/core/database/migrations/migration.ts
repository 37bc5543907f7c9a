import type { AnyBulkWriteOperation, Db, Document, Filter, UpdateFilter, WithId } from 'mongodb';

/**
 * Brings the documents of one collection to a new shape. It may be repeated, run in several processes and beside the
 * version before it. CONTRIBUTING.md says how to add one.
 */
export interface Migration {
  readonly name: string;
  readonly collection: string;
  /** Matches documents of the old shape and none of the new one. */
  readonly old: Filter<Document>;
  /** A field that every write to a document changes. A document that was written meanwhile is read again. */
  readonly guard: string;
  /**
   * Called once; the result computes the update of one document. It writes to other collections first; after a
   * crash those writes may exist already.
   */
  readonly changes: (db: Db) => Promise<Change>;
}

type Change = (document: WithId<Document>) => Update | null | Promise<Update | null>;
type Update = UpdateFilter<Document>;

const BATCH_SIZE = 500;
/** Other writers can make one walk fail. So many in a row mean that `changes` leaves the old shape. */
const MAX_FAILED_WALKS = 20;

interface Walk {
  readonly found: number;
  readonly changed: number;
}

export async function isNeeded(db: Db, { collection, old }: Migration): Promise<boolean> {
  return (await db.collection(collection).findOne(old, { projection: { _id: 1 } })) !== null;
}

/**
 * Walks through the collection until no document has the old shape; other processes may write meanwhile.
 * @param assertHeld throws if this process may no longer migrate; called after a batch was read
 * @returns how many documents were changed
 */
export async function runMigration(db: Db, migration: Migration, assertHeld: () => Promise<void>): Promise<number> {
  const change = await migration.changes(db);
  for (let changed = 0, failed = 0; ;) {
    const walk = await walkOnce(db, migration, change, assertHeld);
    if (walk.found === 0) return changed;
    changed += walk.changed;
    failed = walk.changed === 0 ? failed + 1 : 0;
    if (failed === MAX_FAILED_WALKS)
      throw new Error(`the migration "${migration.name}" cannot change ${walk.found} documents`);
  }
}

/** Reads on from the last _id, because a read from the start meets all changed documents again. */
async function walkOnce(
  db: Db,
  { collection: from, old, guard }: Migration,
  change: Change,
  assertHeld: () => Promise<void>,
): Promise<Walk> {
  const collection = db.collection(from);
  let found = 0;
  let changed = 0;
  for (let filter = old; ;) {
    const batch = await collection.find(filter).sort({ _id: 1 }).limit(BATCH_SIZE).toArray();
    await assertHeld();
    const last = batch.at(-1);
    if (!last) return { found, changed };
    const updates: AnyBulkWriteOperation[] = [];
    for (const document of batch) {
      const update = await change(document);
      const unchanged = { _id: document._id, [guard]: (document[guard] as unknown) ?? null };
      if (update) updates.push({ updateOne: { filter: { $and: [old, unchanged] }, update } });
    }
    if (updates.length > 0) changed += (await collection.bulkWrite(updates, { ordered: false })).modifiedCount;
    found += updates.length;
    filter = { $and: [old, { _id: { $gt: last._id } }] };
  }
}
