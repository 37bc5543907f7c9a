import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { BookingStats } from './booking-stats.schema.js';

export type Tally = Pick<BookingStats, 'completed' | 'no_shows' | 'late_cancels'>;

@Injectable()
export class BookingStatsRepository extends TenantRepository<BookingStats> {
  constructor(@InjectModel(BookingStats.name) model: Model<BookingStats>) {
    super(model, 'Booking stats');
  }

  ofContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<BookingStats | null> {
    return this.collection.findOne(scope, { contact_id });
  }

  /** Derived data: need not wait for the journal. */
  async put(scope: CompanyScope, contact_id: Types.ObjectId, tally: Tally): Promise<void> {
    const now = new Date();
    const update = {
      $set: { ...tally, updated_at: now },
      $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
    };
    const set = (upsert: boolean): Promise<BookingStats | null> =>
      this.collection.findOneAndUpdate(scope, { contact_id }, update, {
        upsert,
        writeConcern: { w: 1, journal: false },
      });
    try {
      await set(true);
    } catch (error) {
      // A parallel insert has created the document.
      if (!isDuplicateKey(error)) throw error;
      await set(false);
    }
  }

  async deleteOfContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { contact_id });
  }
}
