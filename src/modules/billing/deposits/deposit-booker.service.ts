import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingService } from '../../booking/appointments/index.js';
import { BookingSettingsService } from '../../booking/catalog/index.js';
import { approvalFor, VISITOR_ACTOR } from '../../booking/online-booking/index.js';
import { AppointmentsRepository, isCommitted, type StoredBooking } from '../../booking/reservations/index.js';
import type { Deposit } from './deposit.schema.js';

const SERVER_ERROR = 500;
/** Others are changing the appointment, so the same call may succeed soon. */
const PASSING: readonly string[] = ['CONCURRENT_CHANGE', 'VERSION_MISMATCH', 'LANE_BUSY'];

/** Books what a deposit was paid for. Repeatable: a hold is confirmed once, and a second booking has the key of the deposit. */
@Injectable()
export class DepositBooker {
  constructor(
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly settings: BookingSettingsService,
  ) {}

  /** @returns null if the time cannot be booked any more, or the hold was given up @throws whatever may pass */
  async book(scope: CompanyScope, deposit: Deposit, contactId: Types.ObjectId): Promise<StoredBooking | null> {
    const confirmed = await attempt(() => this.confirm(scope, deposit, contactId));
    if (confirmed) return confirmed;
    const hold = await this.appointments.findById(scope, deposit._id);
    const isGivenUp = deposit.is_given_up || hold?.state === 'CANCELLED';
    return isGivenUp ? null : this.bookAgain(scope, deposit, contactId);
  }

  /** Somebody may have confirmed the hold already, in whatever way: then the money is for it. */
  private async confirm(scope: CompanyScope, deposit: Deposit, contactId: Types.ObjectId): Promise<StoredBooking> {
    const hold = await this.appointments.getBooking(scope, deposit._id);
    if (isCommitted(hold)) return hold;
    return this.booking.confirm(scope, VISITOR_ACTOR, deposit._id, await this.request(scope, deposit, contactId));
  }

  /** With the same person, else with anybody. */
  private async bookAgain(
    scope: CompanyScope,
    deposit: Deposit,
    contactId: Types.ObjectId,
  ): Promise<StoredBooking | null> {
    const { visit, starts_at, price } = deposit.again;
    const request = await this.request(scope, deposit, contactId);
    const withItems = async (items: typeof visit.items): Promise<StoredBooking | null> => {
      const booked = await this.booking.book(scope, VISITOR_ACTOR, {
        ...{ ...visit, ...request, starts_at, client_key: `deposit:${deposit._id.toHexString()}` },
        ...(items && { items }),
        ...(price === null ? {} : { price }),
      });
      return isCommitted(booked) ? booked : null;
    };
    const anybody = visit.items?.map(({ staff_id: _of, ...item }) => item);
    return (await attempt(() => withItems(visit.items))) ?? attempt(() => withItems(anybody));
  }

  private async request(
    scope: CompanyScope,
    { again: { pet_ids, notes } }: Deposit,
    contactId: Types.ObjectId,
  ): Promise<Parameters<BookingService['confirm']>[3]> {
    const settings = await this.settings.get(scope);
    return { contact_id: contactId.toHexString(), pet_ids, notes, ...approvalFor({ settings }) };
  }
}

/** @returns null after a refusal that will not pass by itself @throws whatever may pass */
async function attempt<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= SERVER_ERROR || PASSING.includes(error.code)) throw error;
    return null;
  }
}
