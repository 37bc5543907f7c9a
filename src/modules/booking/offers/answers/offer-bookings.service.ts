import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingService } from '../../appointments/index.js';
import { isCommitted, type StoredBooking } from '../../reservations/index.js';
import type { TimeOffer } from '../schemas/time-offer.schema.js';

/** A hold that a crash left expires after 30 seconds; then the booking needs a new key. */
const MAX_TRIES = 3;
const TAKEN_CODES = ['SLOT_TAKEN', 'PET_BUSY', 'SLOT_NOT_OFFERED'];
/** Rules that forbid every time, so other times are no help. */
const CLOSED_RULES = ['SERVICE_INACTIVE', 'PET_COUNT', 'NIGHTS', 'PET_NOT_ACCEPTED', 'NO_DURATION', 'NO_RESOURCE'];

export type BookedOffer =
  | { readonly kind: 'booked'; readonly booking: StoredBooking }
  /** The appointment has ended already, for instance staff cancelled it at once. */
  | { readonly kind: 'ended'; readonly booking: StoredBooking }
  | { readonly kind: 'taken' }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'closed' };

/** Books an offered time. The key of the booking comes from the offer, so a repetition finds the same one. */
@Injectable()
export class OfferBookings {
  constructor(private readonly booking: BookingService) {}

  /** @param place of the slot @throws AppError of the server, which may be repeated */
  async book(scope: CompanyScope, offer: TimeOffer, place: number): Promise<BookedOffer> {
    try {
      return await this.tryKeys(scope, offer, place);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return refusalOf(error);
    }
  }

  private async tryKeys(scope: CompanyScope, offer: TimeOffer, place: number): Promise<BookedOffer> {
    for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
      const booking = await this.bookUnder(scope, offer, place, attempt);
      if (booking && isCommitted(booking)) return { kind: 'booked', booking };
      if (booking?.confirmed_at) return { kind: 'ended', booking };
    }
    return { kind: 'taken' };
  }

  /** Null if the hold of an earlier attempt has expired. */
  private async bookUnder(
    scope: CompanyScope,
    offer: TimeOffer,
    place: number,
    attempt: number,
  ): Promise<StoredBooking | null> {
    const { _id, service_id, pet_ids, contact_id, slots, user_id } = offer;
    const slot = slots[place];
    if (!slot) return null;
    const actor = {
      channel: 'staff',
      source: 'conversation',
      ...(user_id && { userId: user_id.toHexString() }),
    } as const;
    try {
      return await this.booking.book(scope, actor, {
        service_id: service_id.toHexString(),
        pet_ids: pet_ids.map((id) => id.toHexString()),
        starts_at: slot.starts_at,
        contact_id: contact_id.toHexString(),
        ...(slot.staff_id && { staff_id: slot.staff_id.toHexString() }),
        client_key: `offer:${_id.toHexString()}:${place + 1}:${attempt}`,
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'HOLD_EXPIRED') return null;
      throw error;
    }
  }
}

function refusalOf({ code, details }: AppError): BookedOffer {
  const { rule, gates } = (details ?? {}) as { rule?: string; gates?: readonly { name: string }[] };
  if (code === 'GATE_FAILED') return { kind: 'missing', names: [...new Set((gates ?? []).map(({ name }) => name))] };
  if (TAKEN_CODES.includes(code) && !(rule && CLOSED_RULES.includes(rule))) return { kind: 'taken' };
  return { kind: 'closed' };
}
