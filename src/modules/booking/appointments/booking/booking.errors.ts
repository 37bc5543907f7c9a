import { AppError } from '../../../../core/errors/index.js';
import type { GateFinding } from '../../reservations/index.js';
import type { SlotRule } from '../../availability/index.js';
import type { HoldQuote } from './hold-quote.js';

/** A start that could be had instead. Instants in ISO 8601, ids in hex. */
export interface Alternative {
  starts_at: string;
  staff_id: string | null;
}

export const slotTaken = (alternatives: readonly Alternative[]): AppError =>
  AppError.conflict('SLOT_TAKEN', 'This time has just been taken', { alternatives });

/** What a rule means to somebody who reads it for the first time. */
const RULE_TEXTS: Readonly<Record<SlotRule, string>> = {
  SERVICE_INACTIVE: 'the service is switched off',
  PET_COUNT: 'the service is not for so many, or so few, pets in one visit',
  NIGHTS: 'the service is not for so many, or so few, nights',
  PET_NOT_ACCEPTED: 'the service does not take one of the pets',
  NO_DURATION: 'for one of the pets, a part of the service lasts 0 minutes or less',
  NO_STAFF: 'nobody can do it, or not the person who was asked for',
  NO_RESOURCE: 'nothing that it takes fits the pets',
  STEP: 'it never begins at that minute; the slots say at which ones',
  LEAD_TIME: 'it is over, or too soon',
  HORIZON: 'it is too far ahead',
  CLOSED: 'the company is closed',
  NOT_WORKING: 'nobody works then, or no pets come and go then',
  TIME_OFF: 'whoever can do it has time off',
  STAFF_BUSY: 'whoever can do it is busy',
  RESOURCE_BUSY: 'what it takes is in use',
  QUOTA_FULL: 'there are as many as there may be',
};

export const slotNotOffered = (rule: SlotRule): AppError =>
  new AppError('SLOT_NOT_OFFERED', 422, `This time is not offered: ${RULE_TEXTS[rule]} (${rule})`, { rule });

export const petOfAnotherContact = (): AppError =>
  new AppError('PET_OF_ANOTHER_CONTACT', 422, 'One of the pets belongs to somebody else');

export const gateFailed = (gates: readonly GateFinding[]): AppError =>
  new AppError('GATE_FAILED', 422, 'Something that the service asks for does not hold on that day', {
    gates: gates.map(({ kind, name, pet_id }) => ({ kind, name, pet_id: pet_id?.toHexString() ?? null })),
  });

export const alreadyConfirmed = (): AppError =>
  AppError.conflict(
    'ALREADY_CONFIRMED',
    'This hold was already confirmed for another contact or for other pets; make a new hold',
  );

export const holdChanged = (): AppError =>
  AppError.conflict('HOLD_CHANGED', 'Another request has changed this hold; read it again, then confirm it');

/** @param quote what the caller may accept */
export const quoteChanged = (quote: HoldQuote): AppError =>
  AppError.conflict(
    'QUOTE_CHANGED',
    'These pets change the price, the time or the staff member. To accept the new quote, send its id as accept_quote',
    { quote },
  );

/** @param currency of the appointment @param catalog_currency of the services; both ISO 4217 */
export const currencyChanged = (currency: string, catalog_currency: string): AppError =>
  AppError.conflict(
    'CURRENCY_CHANGED',
    `This appointment is priced in ${currency}, the services are priced in ${catalog_currency}. Send the new total in ${currency} as price`,
    { currency, catalog_currency },
  );

export const mayNotOverbook = (): AppError => AppError.forbidden('Only a manager may overbook');

export const mayNotOverride = (): AppError =>
  AppError.forbidden('You are not allowed to override the scheduling rules; ask a manager');

export const mayNotUndo = (): AppError => AppError.forbidden('Only an owner or a manager may undo this status');

export const cannotCancel = (): AppError =>
  AppError.conflict('INVALID_TRANSITION', 'The appointment can no longer be cancelled here; ask the company');

export const tooManyReschedules = (): AppError =>
  AppError.conflict('RESCHEDULE_LIMIT', 'The appointment has been moved as often as it may be');
