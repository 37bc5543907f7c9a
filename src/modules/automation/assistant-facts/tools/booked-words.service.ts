import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { StoredBooking } from '../../../booking/reservations/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { ValueOf } from '../../assistant-core/index.js';
import { workOf } from '../facts/own-appointments.js';

/** Names an appointment as the facts of a turn do. */
@Injectable()
export class BookedWords {
  constructor(private readonly pets: PetsService) {}

  async of(scope: CompanyScope, booking: StoredBooking): Promise<ValueOf<'cancel_booking'>> {
    const { service, pet } = workOf(booking, await this.pets.getMany(scope, booking.pet_ids));
    return { service, pet: pet?.name ?? null, starts_at: booking.starts_at.toISOString() };
  }
}
