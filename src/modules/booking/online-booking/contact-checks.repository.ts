import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactCheck } from './schemas/contact-check.schema.js';

/** Expired codes are kept for this long, because the codes per hour and address are counted. */
export const COUNTED_MS = 3_600_000;

@Injectable()
export class ContactChecksRepository extends TenantRepository<ContactCheck> {
  constructor(@InjectModel(ContactCheck.name) model: Model<ContactCheck>) {
    super(model, 'Code');
  }

  async add(
    scope: CompanyScope,
    check: Pick<ContactCheck, '_id' | 'hold_id' | 'address' | 'code_hash' | 'expires_at'>,
  ): Promise<void> {
    const now = new Date();
    await this.collection.insertOne(scope, { ...check, tries: 0, created_at: now, updated_at: now });
  }

  async countSent(
    scope: CompanyScope,
    { hold_id, address }: Pick<ContactCheck, 'hold_id' | 'address'>,
  ): Promise<{ forHold: number; toAddress: number }> {
    const expires_at = { $gt: new Date(Date.now() - COUNTED_MS) };
    const [forHold, toAddress] = await Promise.all([
      this.count(scope, { hold_id }),
      this.count(scope, { address, expires_at }),
    ]);
    return { forHold, toAddress };
  }

  /** Takes a try before the comparison, so parallel guesses gain nothing. @returns null without a code or a try left */
  async takeTry(
    scope: CompanyScope,
    which: Pick<ContactCheck, 'hold_id' | 'address'>,
    maxTries: number,
  ): Promise<ContactCheck | null> {
    const now = new Date();
    const [newest] = await this.find(scope, which, { sort: { _id: -1 }, limit: 1 });
    if (!newest) return null;
    const open = { _id: newest._id, expires_at: { $gt: now }, tries: { $lt: maxTries } };
    return this.collection.findOneAndUpdate(scope, open, { $inc: { tries: 1 }, $set: { updated_at: now } });
  }

  async markProven(scope: CompanyScope, id: Types.ObjectId, visitor: string): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { proven_by: visitor, updated_at: new Date() } });
  }

  /** Whether this visitor has proven the address lately. */
  async isProvenBy(scope: CompanyScope, address: string, visitor: string): Promise<boolean> {
    const expires_at = { $gt: new Date(Date.now() - COUNTED_MS) };
    return (await this.findOne(scope, { address, expires_at, proven_by: visitor })) !== null;
  }

  purge(): Promise<number> {
    const expires_at = { $lte: new Date(Date.now() - COUNTED_MS) };
    return this.collection.deleteAcrossCompanies('sweep expired', { expires_at });
  }
}
