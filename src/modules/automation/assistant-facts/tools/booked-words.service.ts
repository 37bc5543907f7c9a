import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { appointmentStatus } from '../../../booking/appointments/index.js';
import { ManageLinksService } from '../../../booking/online-booking/index.js';
import type { StoredBooking } from '../../../booking/reservations/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { ValueOf } from '../../assistant-core/index.js';
import { workOf } from '../facts/own-appointments.js';
import type { AppointmentChange } from '../facts/facts.types.js';

/** What a tool says of its change, and the change itself. */
export interface ChangeMade<Value> {
  readonly value: Value;
  readonly changed: AppointmentChange;
}

/** Names an appointment that a tool has changed as the facts of a turn do. */
@Injectable()
export class BookedWords {
  constructor(
    private readonly pets: PetsService,
    private readonly links: ManageLinksService,
  ) {}

  /** Of a booking or a move, with the link by which the customer manages it. */
  async booked(scope: CompanyScope, booking: StoredBooking): Promise<ChangeMade<ValueOf<'confirm_booking'>>> {
    const { _id, starts_at } = booking;
    const status = appointmentStatus(booking) === 'pending' ? 'pending' : 'booked';
    const link = await this.links.urlFor(scope, _id);
    return {
      value: { ...(await this.wordsOf(scope, booking)), status, link },
      changed: { appointment_id: _id, starts_at, status },
    };
  }

  async cancelled(scope: CompanyScope, booking: StoredBooking): Promise<ChangeMade<ValueOf<'cancel_booking'>>> {
    const { _id, starts_at } = booking;
    return {
      value: await this.wordsOf(scope, booking),
      changed: { appointment_id: _id, starts_at, status: 'cancelled' },
    };
  }

  private async wordsOf(scope: CompanyScope, booking: StoredBooking): Promise<ValueOf<'cancel_booking'>> {
    const { service, pet } = workOf(booking, await this.pets.getMany(scope, booking.pet_ids));
    return { service, pet: pet?.name ?? null, starts_at: booking.starts_at.toISOString() };
  }
}
