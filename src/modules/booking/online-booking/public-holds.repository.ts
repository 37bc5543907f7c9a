import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { PublicHold } from './schemas/public-hold.schema.js';
import type { Visitor } from './visitors.js';

/** Ended holds are kept this long, so that a repeated confirmation finds its appointment. */
const KEPT_MS = 86_400_000;

@Injectable()
export class PublicHoldsRepository extends TenantRepository<PublicHold> {
  constructor(@InjectModel(PublicHold.name) model: Model<PublicHold>) {
    super(model, 'Hold');
  }

  async countLive(scope: CompanyScope, { key, address }: Visitor): Promise<{ ofVisitor: number; ofAddress: number }> {
    const counts_until = { $gt: new Date() };
    const [ofVisitor, ofAddress] = await Promise.all([
      this.count(scope, { visitor: key, counts_until }),
      this.count(scope, { address, counts_until }),
    ]);
    return { ofVisitor, ofAddress };
  }

  findOwn(scope: CompanyScope, id: Types.ObjectId, { key }: Visitor): Promise<PublicHold | null> {
    return this.findOne(scope, { _id: id, visitor: key });
  }

  /** @throws AppError NOT_FOUND, also for a hold of another visitor */
  async getOwn(scope: CompanyScope, id: Types.ObjectId, visitor: Visitor): Promise<PublicHold> {
    const hold = await this.findOwn(scope, id, visitor);
    if (!hold) throw AppError.notFound('Hold');
    return hold;
  }

  /** Stores a hold, or the new end of a known hold. */
  async record(scope: CompanyScope, id: Types.ObjectId, { key, address }: Visitor, until: Date): Promise<void> {
    const now = new Date();
    const update = {
      $set: { counts_until: until, purge_at: purgedAfter(until), updated_at: now },
      $setOnInsert: { visitor: key, address, is_extended: false, contact_id: null, created_at: now },
    };
    await this.collection.findOneAndUpdate(scope, { _id: id }, update, { upsert: true });
  }

  /** @returns false if the hold was extended before */
  extendOnce(scope: CompanyScope, id: Types.ObjectId, until: Date): Promise<boolean> {
    const fields = { is_extended: true, counts_until: until, purge_at: purgedAfter(until), updated_at: new Date() };
    return this.collection.updateOne(scope, { _id: id, is_extended: false }, { $set: fields });
  }

  async setContact(scope: CompanyScope, id: Types.ObjectId, contact_id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { contact_id, updated_at: new Date() } });
  }

  async end(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const now = new Date();
    await this.collection.updateOne(scope, { _id: id }, { $set: { counts_until: now, updated_at: now } });
  }

  purge(): Promise<number> {
    return this.collection.deleteAcrossCompanies('sweep expired', { purge_at: { $lte: new Date() } });
  }
}

const purgedAfter = (until: Date): Date => new Date(until.getTime() + KEPT_MS);
