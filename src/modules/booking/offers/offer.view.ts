import type { OfferedTime, OfferState, TimeOffer } from './schemas/time-offer.schema.js';

export interface OfferedTimeView {
  starts_at: string;
  ends_at: string;
  staff_id: string | null;
  staff_name: string | null;
  label: string;
}

/** An offer as the API and socket events show it. Ids are hex, times ISO 8601. */
export interface OfferView {
  _id: string;
  conversation_id: string;
  contact_id: string;
  service_id: string;
  service_name: string;
  pet_ids: string[];
  pet_names: string[];
  slots: OfferedTimeView[];
  state: OfferState;
  expires_at: string;
  /** The place of the chosen slot, from 0. */
  chosen_slot: number | null;
  appointment_id: string | null;
  message_id: string | null;
  user_id: string | null;
  created_at: string;
  updated_at: string;
}

export function isOpenAt({ is_open, expires_at }: TimeOffer, now: Date): boolean {
  return is_open === true && expires_at > now;
}

/** Expiry is decided at reading; the sweep only follows. */
export function toOfferView(offer: TimeOffer, now = new Date()): OfferView {
  const { slots, answer, appointment_id, message_id, user_id } = offer;
  const isLate = offer.state === 'open' && !isOpenAt(offer, now);
  return {
    _id: offer._id.toHexString(),
    conversation_id: offer.conversation_id.toHexString(),
    contact_id: offer.contact_id.toHexString(),
    service_id: offer.service_id.toHexString(),
    service_name: offer.service_name,
    pet_ids: offer.pet_ids.map((id) => id.toHexString()),
    pet_names: offer.pet_names,
    slots: slots.map(toOfferedTimeView),
    state: isLate ? 'expired' : offer.state,
    expires_at: offer.expires_at.toISOString(),
    chosen_slot: answer?.slot ?? null,
    appointment_id: appointment_id?.toHexString() ?? null,
    message_id: message_id?.toHexString() ?? null,
    user_id: user_id?.toHexString() ?? null,
    created_at: offer.created_at.toISOString(),
    updated_at: offer.updated_at.toISOString(),
  };
}

export function toOfferedTimeView({ starts_at, ends_at, staff_id, staff_name, label }: OfferedTime): OfferedTimeView {
  return {
    starts_at: starts_at.toISOString(),
    ends_at: ends_at.toISOString(),
    staff_id: staff_id?.toHexString() ?? null,
    staff_name,
    label,
  };
}
