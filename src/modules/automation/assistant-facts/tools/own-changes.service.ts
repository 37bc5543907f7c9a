import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingService, policyView } from '../../../booking/appointments/index.js';
import { CustomerMoves } from '../../../booking/online-booking/index.js';
import type { StoredBooking } from '../../../booking/reservations/index.js';
import type { ArgsOf, ValueOf } from '../../assistant-core/index.js';
import type { ToolContext } from '../facts/facts.types.js';
import { BookedWords, type ChangeMade } from './booked-words.service.js';
import { ASSISTANT_ACTOR } from './offer-bookings.service.js';
import { offerOf, OwnedByCustomer } from './owned.service.js';
import { ToolFailure } from './tool-failure.js';

/** Moves and cancels appointments of the customer, by the policy that was copied into them. */
@Injectable()
export class OwnChanges {
  constructor(
    private readonly booking: BookingService,
    private readonly moves: CustomerMoves,
    private readonly owned: OwnedByCustomer,
    private readonly words: BookedWords,
  ) {}

  /**
   * An appointment that begins at the offered time already stays as it is, so a repeated call moves and costs nothing.
   * @throws ToolFailure UNKNOWN_ALIAS | OFFER_EXPIRED | NOT_ALLOWED | AppError INVALID_TRANSITION | FEE_CHANGED | RESCHEDULE_LIMIT | SLOT_TAKEN | SLOT_NOT_OFFERED | PET_BUSY
   */
  async move(
    scope: CompanyScope,
    context: ToolContext,
    { appointment, offer: alias }: ArgsOf<'move_booking'>,
  ): Promise<ChangeMade<ValueOf<'move_booking'>>> {
    const booking = await this.owned.appointment(scope, context, appointment);
    const offer = offerOf(context, alias);
    if (offer.appointment_id !== booking._id.toHexString())
      throw new ToolFailure('OFFER_EXPIRED', 'The time was offered for something else; search times for this move');
    const isDone = booking.starts_at.getTime() === offer.starts_at.getTime();
    if (!isDone) assertAsTold(context, appointment, booking);
    const { reschedule_fee } = policyView(booking, new Date(context.told.now));
    const actor = { ...ASSISTANT_ACTOR, expectedFee: reschedule_fee };
    const moved = await this.moves.move(scope, actor, booking, offer.starts_at);
    return this.words.booked(scope, moved);
  }

  /** Repeatable. @throws ToolFailure UNKNOWN_ALIAS | NOT_ALLOWED | AppError INVALID_TRANSITION | FEE_CHANGED */
  async cancel(
    scope: CompanyScope,
    context: ToolContext,
    alias: string,
  ): Promise<ChangeMade<ValueOf<'cancel_booking'>>> {
    const booking = await this.owned.appointment(scope, context, alias);
    if (booking.state !== 'CANCELLED') assertAsTold(context, alias, booking);
    const { cancel_fee } = policyView(booking, new Date(context.told.now));
    const actor = { ...ASSISTANT_ACTOR, expectedFee: cancel_fee };
    return this.words.cancelled(scope, await this.booking.cancel(scope, actor, booking._id));
  }
}

/** @throws ToolFailure NOT_ALLOWED if staff have moved the appointment since the customer was asked */
function assertAsTold({ told }: ToolContext, alias: string, { starts_at }: StoredBooking): void {
  const asked = told.appointments.find((one) => one.alias === alias);
  if (asked?.starts_at !== starts_at.toISOString())
    throw new ToolFailure('NOT_ALLOWED', 'The appointment was moved after the question');
}
