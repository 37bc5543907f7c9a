import { AppError } from '../../../../core/errors/index.js';
import type { GateFinding } from '../../reservations/index.js';
import type { SlotRule } from '../../availability/index.js';
import type { HoldQuote } from './hold-quote.js';

export interface Alternative {
  starts_at: string;
  staff_id: string | null;
}

export const slotTaken = (alternatives: readonly Alternative[]): AppError =>
  AppError.conflict('SLOT_TAKEN', 'This time has just been taken; choose another time', { alternatives });

const RULE_TEXTS: Readonly<Record<SlotRule, string>> = {
  SERVICE_INACTIVE: 'The service is inactive',
  PET_COUNT: 'The service does not allow this number of pets in one visit',
  NIGHTS: 'The service does not allow this number of nights',
  PET_NOT_ACCEPTED: 'The service does not accept one of the pets',
  NO_DURATION: 'A part of the service lasts 0 minutes or less for one of the pets',
  NO_STAFF: 'No staff member, or not the chosen one, can do this service',
  NO_RESOURCE: 'No suitable table, kennel or room for these pets',
  STEP: 'The service does not start at this minute; choose a start from the slots',
  LEAD_TIME: 'The start is in the past or too soon',
  HORIZON: 'The start is too far ahead',
  CLOSED: 'The company is closed',
  NOT_WORKING: 'Nobody works at this time, or pets cannot arrive or leave then',
  TIME_OFF: 'All suitable staff have time off',
  STAFF_BUSY: 'All suitable staff are busy',
  RESOURCE_BUSY: 'All suitable tables, kennels or rooms are in use',
  QUOTA_FULL: 'The limit for this time is reached',
};

export const slotNotOffered = (rule: SlotRule): AppError =>
  new AppError('SLOT_NOT_OFFERED', 422, `This time is not offered. ${RULE_TEXTS[rule]} (${rule})`, { rule });

export const feeChanged = (fee: number): AppError =>
  AppError.conflict('FEE_CHANGED', 'The fee has changed since it was shown; show the new fee and ask again', { fee });

export const petOfAnotherContact = (): AppError =>
  new AppError(
    'PET_OF_ANOTHER_CONTACT',
    422,
    'One of the pets belongs to another contact; send only pets of this contact',
  );

export const gateFailed = (gates: readonly GateFinding[]): AppError =>
  new AppError('GATE_FAILED', 422, 'A gate of the service is not met on that date', {
    gates: gates.map(({ kind, name, pet_id }) => ({ kind, name, pet_id: pet_id?.toHexString() ?? null })),
  });

export const alreadyConfirmed = (): AppError =>
  AppError.conflict(
    'ALREADY_CONFIRMED',
    'This hold was already confirmed for another contact or for other pets; make a new hold',
  );

export const holdChanged = (): AppError =>
  AppError.conflict('HOLD_CHANGED', 'Another request has changed this hold; read it again, then confirm it');

export const quoteChanged = (quote: HoldQuote): AppError =>
  AppError.conflict(
    'QUOTE_CHANGED',
    'These pets change the price, the time or the staff member. To accept the new quote, send its id as accept_quote',
    { quote },
  );

/** Both codes are ISO 4217. */
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
  AppError.conflict('RESCHEDULE_LIMIT', 'The appointment cannot be moved again; ask the company');
