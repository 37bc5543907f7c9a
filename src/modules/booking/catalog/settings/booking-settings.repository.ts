import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { atVersion, type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { BookingSettings } from './booking-settings.schema.js';
import type { UpdateBookingSettingsDto } from './dto/settings.dto.js';

@Injectable()
export class BookingSettingsRepository extends TenantRepository<BookingSettings> {
  constructor(@InjectModel(BookingSettings.name) model: Model<BookingSettings>) {
    super(model, 'Booking settings');
  }

  read(scope: CompanyScope): Promise<BookingSettings | null> {
    return this.findOne(scope, {});
  }

  /** @returns null if the stored settings have another version */
  async change(
    scope: CompanyScope,
    fields: UpdateBookingSettingsDto,
    version: number | undefined,
  ): Promise<BookingSettings | null> {
    const now = new Date();
    const update = {
      $set: { ...fields, updated_at: now },
      $inc: { revision: 1 },
      $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
    };
    const set = (upsert: boolean): Promise<BookingSettings | null> =>
      this.collection.findOneAndUpdate(scope, atVersion(version), update, { upsert });
    try {
      return await set(!version);
    } catch (error) {
      // Another version is stored, possibly by a parallel first change.
      if (!isDuplicateKey(error)) throw error;
      return await set(false);
    }
  }
}
