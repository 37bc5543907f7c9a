import { type Db, type Document, ObjectId } from 'mongodb';

const BATCH = 1_000;

/**
 * Multiplies a company's documents of a collection, so that the planner has something to choose between: copies have ids
 * of their own, and whatever is unique is told apart by `vary`.
 */
export async function multiply(
  db: Db,
  collection: string,
  times: number,
  vary: (copy: Document, index: number) => Document,
): Promise<void> {
  const [pattern] = await db.collection(collection).find().sort({ _id: -1 }).limit(1).toArray();
  if (!pattern) throw new Error(`there is nothing to multiply in ${collection}`);
  const copies = Array.from({ length: times }, (_, index) => vary({ ...pattern, _id: new ObjectId() }, index));
  for (let from = 0; from < copies.length; from += BATCH) {
    await db.collection(collection).insertMany(copies.slice(from, from + BATCH), { ordered: false });
  }
}
