import { fitChoices } from '../../../inbox/message-sending/index.js';
import type { MessageChoices } from '../../../inbox/message-log/index.js';
import type { TimeOffer } from '../schemas/time-offer.schema.js';
import { OfferTexts } from './offer-texts.js';

export type AskedOffer = Pick<TimeOffer, '_id' | 'service_name' | 'pet_names' | 'slots' | 'language'>;

/** A question as the channel can show it: with buttons or a list, else with numbered lines. */
export interface OfferQuestion extends MessageChoices {
  readonly content: string;
}

const PAYLOAD = /^offer:([0-9a-f]{24}):([1-9])$/;

/** @param lead a sentence before the question */
export function questionOf(platform: string, offer: AskedOffer, lead?: string): OfferQuestion {
  const texts = new OfferTexts(offer.language);
  const { service_name: service, pet_names: pets, slots } = offer;
  const times = slots.map(({ label, staff_name }) => ({ label, staff: staff_name }));
  const hasSeveralPeople = new Set(times.map(({ staff }) => staff)).size > 1;
  const rows = times.map(({ label, staff }, place) => ({
    id: `offer:${offer._id.toHexString()}:${place + 1}`,
    title: label,
    ...(staff && hasSeveralPeople && { description: texts.withStaff(staff) }),
  }));
  const question = texts.question({ service, pets }, times);
  const content = lead === undefined ? question : `${lead}\n\n${question}`;
  return fitChoices(platform, content, rows, hasSeveralPeople ? texts.listButton : undefined);
}

/** Which time a tapped button means; undefined for buttons of other messages. `slot` counts from 0. */
export function tappedTime(payload: string | undefined): { offerId: string; slot: number } | undefined {
  const [, offerId, place] = PAYLOAD.exec(payload ?? '') ?? [];
  return offerId === undefined ? undefined : { offerId, slot: Number(place) - 1 };
}
