import type { Db, Document, Filter, UpdateFilter, WithId } from 'mongodb';

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
  /** Called once; answers the update that brings one document to the new shape. */
  readonly changes: (db: Db) => Promise<(document: WithId<Document>) => UpdateFilter<Document>>;
}

const BATCH_SIZE = 500;
/** Writes in between make a batch fail; as many in a row mean that `changes` leaves the old shape as it was. */
const MAX_FAILED_BATCHES = 20;

/** Whether there is anything to change. */
export async function isNeeded(db: Db, { collection, old }: Migration): Promise<boolean> {
  return (await db.collection(collection).findOne(old, { projection: { _id: 1 } })) !== null;
}

/**
 * Changes every document that has the old shape.
 * @param assertHeld throws when this process may no longer migrate. It is asked after a batch was read: documents that
 *   were read while nobody served the new version have the old shape for certain.
 * @returns how many documents were changed
 */
export async function runMigration(
  db: Db,
  { name, collection: from, old, guard, changes }: Migration,
  assertHeld: () => Promise<void>,
): Promise<number> {
  const collection = db.collection(from);
  const change = await changes(db);
  for (let changed = 0, failed = 0; ;) {
    const batch = await collection.find(old).limit(BATCH_SIZE).toArray();
    await assertHeld();
    if (batch.length === 0) return changed;
    const { modifiedCount } = await collection.bulkWrite(
      batch.map((document) => ({
        updateOne: {
          filter: { $and: [old, { _id: document._id, [guard]: (document[guard] as unknown) ?? null }] },
          update: change(document),
        },
      })),
      { ordered: false },
    );
    changed += modifiedCount;
    failed = modifiedCount === 0 ? failed + 1 : 0;
    if (failed === MAX_FAILED_BATCHES)
      throw new Error(`the migration "${name}" cannot change ${batch.length} documents`);
  }
}
