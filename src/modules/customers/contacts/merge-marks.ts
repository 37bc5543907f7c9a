import type { Types } from 'mongoose';

/** Left on a document by a merge that moved it, so that the undo knows it. Merges nest, so a document keeps a list. */
export interface MergeMark {
  merge_id: Types.ObjectId;
  /** Whose the document was. */
  contact_id: Types.ObjectId;
}

/** A field `merge_marks: MergeMark[]` beside `contact_id` is all that the two updates below need. */
export interface Mergeable {
  contact_id: Types.ObjectId;
  merge_marks: MergeMark[];
}

interface Move {
  filter: Record<string, unknown>;
  update: Record<string, Record<string, unknown>>;
}

/** Gives a contact's documents to another one. Idempotent: what has moved is no longer found under `from`. */
export function moveDocuments(from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Move {
  const mark: MergeMark = { merge_id: mergeId, contact_id: from };
  return {
    filter: { contact_id: from },
    update: { $set: { contact_id: to, updated_at: new Date() }, $push: { merge_marks: mark } },
  };
}

/** Gives back what the merge moved. Needs an index on `merge_marks.merge_id` behind the company. */
export function moveDocumentsBack(from: Types.ObjectId, mergeId: Types.ObjectId): Move {
  return {
    filter: { 'merge_marks.merge_id': mergeId },
    update: { $set: { contact_id: from, updated_at: new Date() }, $pull: { merge_marks: { merge_id: mergeId } } },
  };
}
