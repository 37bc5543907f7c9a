import type { Types } from 'mongoose';

/** Left by a merge on a moved document, for the undo. Merges nest, so a document keeps a list. */
export interface MergeMark {
  merge_id: Types.ObjectId;
  contact_id: Types.ObjectId;
}

export interface Mergeable {
  contact_id: Types.ObjectId;
  merge_marks: MergeMark[];
}

interface Move {
  filter: Record<string, unknown>;
  update: Record<string, Record<string, unknown>>;
}

/** Idempotent: moved documents are no longer found under `from`. */
export function moveDocuments(from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Move {
  const mark: MergeMark = { merge_id: mergeId, contact_id: from };
  return {
    filter: { contact_id: from },
    update: { $set: { contact_id: to, updated_at: new Date() }, $push: { merge_marks: mark } },
  };
}

/** Needs an index on `merge_marks.merge_id` behind the company. */
export function moveDocumentsBack(from: Types.ObjectId, mergeId: Types.ObjectId): Move {
  return {
    filter: { 'merge_marks.merge_id': mergeId },
    update: { $set: { contact_id: from, updated_at: new Date() }, $pull: { merge_marks: { merge_id: mergeId } } },
  };
}
