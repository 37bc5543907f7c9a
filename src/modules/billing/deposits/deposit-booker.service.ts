import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingService } from '../../booking/appointments/index.js';
import { BookingSettingsService } from '../../booking/catalog/index.js';
import { approvalFor, VISITOR_ACTOR } from '../../booking/online-booking/index.js';
import { AppointmentsRepository, isCommitted, type StoredBooking } from '../../booking/reservations/index.js';
import type { Deposit } from './deposit.schema.js';
import { DepositHolds } from './deposit-holds.service.js';

const SERVER_ERROR = 500;
/** Others are changing the appointment or merging the customer, so the same call may succeed soon. */
const TEMPORARY: readonly string[] = ['CONCURRENT_CHANGE', 'VERSION_MISMATCH', 'LANE_BUSY', 'CONTACT_MERGED'];
const OTHER_PET = 'PET_OF_ANOTHER_CONTACT';
/** A merge is over by then, and the pet belongs to somebody else for good. */
const MERGE_MS = 10 * 60_000;

/** Books what a deposit was paid for. Repeatable: a new booking uses the deposit id as `client_key`, so it is made once. */
@Injectable()
export class DepositBooker {
  constructor(
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly settings: BookingSettingsService,
    private readonly holds: DepositHolds,
  ) {}

  /** @returns null if the time cannot be booked any more, or the hold was given up @throws temporary errors */
  async book(scope: CompanyScope, deposit: Deposit, contactId: Types.ObjectId): Promise<StoredBooking | null> {
    const tryTo = attempting(deposit);
    const confirmed = await tryTo(() => this.confirm(scope, deposit, contactId));
    if (confirmed) return confirmed;
    const hold = await this.appointments.findById(scope, deposit._id);
    // Staff may have confirmed the hold already: then the money is for it, unless it is for another customer.
    if (hold && isCommitted(hold))
      return tryTo(async () => ((await this.holds.isFor(scope, hold, contactId)) ? hold : null));
    const isGivenUp = deposit.is_given_up || hold?.state === 'CANCELLED';
    return isGivenUp ? null : this.bookAgain(scope, deposit, contactId);
  }

  private async confirm(
    scope: CompanyScope,
    deposit: Deposit,
    contactId: Types.ObjectId,
  ): Promise<StoredBooking | null> {
    const hold = await this.appointments.getBooking(scope, deposit._id);
    if (isCommitted(hold)) return null;
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
    const tryTo = attempting(deposit);
    const withItems = async (items: typeof visit.items): Promise<StoredBooking | null> => {
      const booked = await this.booking.book(scope, VISITOR_ACTOR, {
        ...{ ...visit, ...request, starts_at, client_key: `deposit:${deposit._id.toHexString()}` },
        ...(items && { items }),
        ...(price === null ? {} : { price }),
      });
      return isCommitted(booked) && (await this.holds.isFor(scope, booked, contactId)) ? booked : null;
    };
    const anybody = visit.items?.map(({ staff_id: _of, ...item }) => item);
    return (await tryTo(() => withItems(visit.items))) ?? tryTo(() => withItems(anybody));
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

type Attempt = <T>(work: () => Promise<T | null>) => Promise<T | null>;

/** Runs work that returns null after a refusal that stays. @throws temporary errors */
function attempting({ expires_at }: Deposit): Attempt {
  const isMergeOver = Date.now() > expires_at.getTime() + MERGE_MS;
  const temporary = isMergeOver ? TEMPORARY : [...TEMPORARY, OTHER_PET];
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= SERVER_ERROR || temporary.includes(error.code)) throw error;
      return null;
    }
  };
}
