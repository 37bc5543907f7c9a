import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
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

  async change(scope: CompanyScope, fields: UpdateBookingSettingsDto): Promise<BookingSettings> {
    const now = new Date();
    const update = {
      $set: { ...fields, updated_at: now },
      $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
    };
    const set = (upsert: boolean): Promise<BookingSettings | null> =>
      this.collection.findOneAndUpdate(scope, {}, update, { upsert });
    try {
      return (await set(true)) as BookingSettings;
    } catch (error) {
      // Two first changes at once: the loser finds the winner's document.
      if (!isDuplicateKey(error)) throw error;
      return (await set(false)) as BookingSettings;
    }
  }
}
