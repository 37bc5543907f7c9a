import type { Types } from 'mongoose';
import type { CompanyScope, TenantCollection, TenantOwned } from '../../../core/tenancy/index.js';
import type { ContactParticipant } from './contact-participant-registry.js';

/** A merge leaves it on a moved document, for the undo. Merges nest, so a document keeps a list. */
export interface MergeMark {
  merge_id: Types.ObjectId;
  contact_id: Types.ObjectId;
}

export interface Mergeable {
  contact_id: Types.ObjectId;
  merge_marks: MergeMark[];
}

/**
 * The documents of contacts in one collection, for merges and deletions. Repeating a call changes nothing. The collection
 * needs an index on the company and `merge_marks.merge_id`.
 */
export class ContactDocuments<T extends TenantOwned> implements ContactParticipant {
  constructor(private readonly collection: TenantCollection<T>) {}

  /** Gives the documents of `from` to `to` and marks them with the merge. */
  async move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    const mark: MergeMark = { merge_id: mergeId, contact_id: from };
    const update = { $set: { contact_id: to, updated_at: new Date() }, $push: { merge_marks: mark } };
    await this.collection.updateMany(scope, { contact_id: from } as never, update as never);
  }

  /** Gives the documents that the merge moved back to `from`. */
  async undo(scope: CompanyScope, from: Types.ObjectId, _to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    const marks = { merge_marks: { merge_id: mergeId } };
    const update = { $set: { contact_id: from, updated_at: new Date() }, $pull: marks };
    await this.collection.updateMany(scope, { 'merge_marks.merge_id': mergeId } as never, update as never);
  }

  async isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    return (await this.collection.findOne(scope, { contact_id: contactId } as never)) !== null;
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { contact_id: contactId } as never);
  }
}
