import type { Model, Types } from 'mongoose';
import { AppError } from '../errors/index.js';
import type { CompanyScope } from './company-scope.js';
import { assertVersion, atVersion, type HasRevision, versionOf } from './document-version.js';
import { TenantRepository } from './tenant.repository.js';
import type { TenantDocument } from './tenant-schema.js';

/** Each failed attempt means that another change went through. */
const MAX_CHANGE_ATTEMPTS = 20;

/** Counts its changes, so that no field is written from a stale read. */
export interface VersionedDocument extends TenantDocument, HasRevision {}

/** For documents whose new fields follow from their old ones, such as search words from names. */
export abstract class VersionedRepository<T extends VersionedDocument> extends TenantRepository<T> {
  protected constructor(
    model: Model<T>,
    private readonly resource: string,
  ) {
    super(model, resource);
  }

  /**
   * Computes the change from the current state, and again whenever another change came between.
   * @param change returns the fields to set; an empty object leaves the document as it is
   * @param version the version that the document must still have; undefined for any
   * @throws AppError NOT_FOUND | VERSION_MISMATCH | CONCURRENT_CHANGE, and whatever `change` throws
   */
  async change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: T) => Partial<T>,
    version?: number,
  ): Promise<T> {
    for (let attempt = 0; attempt < MAX_CHANGE_ATTEMPTS; attempt++) {
      const current = await this.getById(scope, id);
      assertVersion(this.resource, current, version);
      const fields = change(current);
      if (Object.keys(fields).length === 0) return current;
      const update = { $set: { ...fields, updated_at: new Date() }, $inc: { revision: 1 } };
      const unchanged = { _id: id, ...atVersion(versionOf(current)) };
      const stored = await this.collection.findOneAndUpdate(scope, unchanged as never, update as never);
      if (stored) return stored;
    }
    throw AppError.conflict(
      'CONCURRENT_CHANGE',
      `Other requests changed the ${this.resource.toLowerCase()} at the same time; try again`,
    );
  }
}
