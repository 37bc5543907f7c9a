import type { AnyBulkWriteOperation, Db, Document, Filter, UpdateFilter, WithId } from 'mongodb';

/**
 * Brings the documents of one collection to a new shape. It may be repeated, run by several processes at once and beside
 * the version before it. CONTRIBUTING.md says how to add one.
 */
export interface Migration {
  /** Says what holds afterwards, for instance 'appointments have a currency'. */
  readonly name: string;
  readonly collection: string;
  /** Matches the documents that have the old shape, and none that has the new one. */
  readonly old: Filter<Document>;
  /** A field that every write to a document changes. A document that was written meanwhile is read again. */
  readonly guard: string;
  /**
   * Called once; answers the update of one document. What it writes elsewhere for a document is written before, and may
   * be there already after a crash.
   */
  readonly changes: (db: Db) => Promise<Change>;
}

/** Answers the update that brings a document to the new shape, or null for a document that has to stay as it is. */
type Change = (document: WithId<Document>) => Update | null | Promise<Update | null>;
type Update = UpdateFilter<Document>;

const BATCH_SIZE = 500;
/** Other writers can make a whole walk fail; as many in a row mean that `changes` leaves the old shape as it was. */
const MAX_FAILED_WALKS = 20;

/** How many documents of the old shape a walk tried to change, and how many of them it changed. */
interface Walk {
  readonly found: number;
  readonly changed: number;
}

/** Whether there is anything to change. */
export async function isNeeded(db: Db, { collection, old }: Migration): Promise<boolean> {
  return (await db.collection(collection).findOne(old, { projection: { _id: 1 } })) !== null;
}

/**
 * Changes every document that has the old shape. It walks through the collection until nothing is left to change: another
 * process may have written some of them meanwhile. A migration that was interrupted starts with the first document again.
 * @param assertHeld throws when this process may no longer migrate. It is asked after a batch was read: documents that
 *   were read while nobody served the new version have the old shape for certain.
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

/** Reads on from the last _id, because reading from the start for each batch meets all changed documents again. */
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
