import { appointmentStatus, policyView } from '../../../booking/appointments/index.js';
import type { StoredBooking } from '../../../booking/reservations/index.js';
import type { OwnAppointment } from '../../assistant-core/index.js';
import { aliasOf } from './aliases.js';
import type { ConversationAliases } from './facts.types.js';
import type { PriceWords } from './price-words.js';

interface Named {
  readonly _id: { toHexString(): string };
  readonly name: string;
}

/** Of a confirmed appointment that has not begun, by the policy that was copied into it. */
export function ownAppointment(
  booking: StoredBooking,
  { aliases, pets, words, now }: OwnContext,
): Omit<OwnAppointment, 'alias'> {
  const { can_cancel, can_reschedule, cancel_fee, reschedule_fee } = policyView(booking, now);
  const { service, pet } = workOf(booking, pets);
  const alias = pet && aliasOf(aliases, 'pets', pet._id.toHexString());
  return {
    service,
    pet: pet && alias ? { alias, name: pet.name } : null,
    starts_at: booking.starts_at.toISOString(),
    status: appointmentStatus(booking) === 'pending' ? 'pending' : 'booked',
    may_move: can_cancel && can_reschedule,
    may_cancel: can_cancel,
    move_fee: words.fee(reschedule_fee),
    cancel_fee: words.fee(cancel_fee),
  };
}

export interface OwnContext {
  readonly aliases: ConversationAliases;
  readonly pets: readonly Named[];
  readonly words: PriceWords;
  readonly now: Date;
}

/** The names of the booked services, and the pet if there is one; the names of several pets stand behind the service. */
export function workOf<Pet extends Named>(
  { lines, booked_services, pet_ids }: Pick<StoredBooking, 'lines' | 'booked_services' | 'pet_ids'>,
  pets: readonly Pet[],
): { service: string; pet: Pet | null } {
  const booked = booked_services.filter(({ _id }) => lines.some(({ service_id }) => service_id.equals(_id)));
  const service = booked.map(({ name }) => name).join(', ');
  const own = pets.filter(({ _id }) => pet_ids.some((id) => id.toHexString() === _id.toHexString()));
  const [only, ...others] = own;
  if (others.length === 0) return { service, pet: only ?? null };
  return { service: `${service}: ${own.map(({ name }) => name).join(', ')}`, pet: null };
}
