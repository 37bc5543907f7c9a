import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../errors/index.js';
import { type CompanyScope, TenantRepository } from '../../tenancy/index.js';
import { IdempotencyKey, type StoredAnswer } from './idempotency-key.schema.js';

export type KeyAddress = Pick<IdempotencyKey, 'user_id' | 'route' | 'key'>;

export type Run = Pick<IdempotencyKey, 'fingerprint' | 'run_id' | 'lease_until' | 'expires_at'>;

@Injectable()
export class IdempotencyKeysRepository extends TenantRepository<IdempotencyKey> {
  constructor(@InjectModel(IdempotencyKey.name) model: Model<IdempotencyKey>) {
    super(model, 'Idempotency key');
  }

  async insert(scope: CompanyScope, address: KeyAddress, run: Run): Promise<boolean> {
    const now = new Date();
    const rest = { _id: new Types.ObjectId(), answer: null, created_at: now, updated_at: now };
    try {
      await this.collection.insertOne(scope, { ...address, ...run, ...rest });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  read(scope: CompanyScope, address: KeyAddress): Promise<IdempotencyKey | null> {
    return this.collection.findOne(scope, address);
  }

  /** @returns false if another run was faster */
  takeOver(scope: CompanyScope, seen: IdempotencyKey, run: Run): Promise<boolean> {
    const unchanged = { _id: seen._id, run_id: seen.run_id };
    return this.collection.updateOne(scope, unchanged, { $set: { ...run, answer: null, updated_at: new Date() } });
  }

  renew(scope: CompanyScope, address: KeyAddress, runId: Types.ObjectId, until: Date): Promise<boolean> {
    const update = { $set: { lease_until: until, updated_at: new Date() } };
    return this.collection.updateOne(scope, { ...address, run_id: runId }, update);
  }

  async finish(scope: CompanyScope, address: KeyAddress, runId: Types.ObjectId, answer: StoredAnswer): Promise<void> {
    const update = { $set: { answer, updated_at: new Date() } };
    await this.collection.updateOne(scope, { ...address, run_id: runId }, update);
  }

  async release(scope: CompanyScope, address: KeyAddress, runId: Types.ObjectId): Promise<void> {
    await this.model.deleteOne(this.scoped(scope, { ...address, run_id: runId }));
  }

  deleteExpired(): Promise<number> {
    return this.collection.deleteAcrossCompanies('sweep expired', { expires_at: { $lte: new Date() } });
  }
}
