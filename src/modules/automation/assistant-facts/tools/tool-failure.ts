import type { AppError } from '../../../../core/errors/index.js';
import type { ToolOutcome } from '../../assistant-core/index.js';

/** The codes that the core knows; every other code brings the conversation to staff. */
export type ToolCode = 'SLOT_TAKEN' | 'OFFER_EXPIRED' | 'NOT_ALLOWED' | 'UNKNOWN_ALIAS' | 'BAD_VALUE';

/** A tool call that failed. It becomes an outcome. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';

  /** @param message for staff, without secrets */
  constructor(
    readonly code: ToolCode,
    message: string,
  ) {
    super(message);
  }
}

/** Errors of the booking by what the dialogue does next: `SLOT_TAKEN` and `OFFER_EXPIRED` lead to a new search. */
const CODES: Readonly<Record<string, ToolCode>> = {
  SLOT_TAKEN: 'SLOT_TAKEN',
  SLOT_NOT_OFFERED: 'SLOT_TAKEN',
  PET_BUSY: 'SLOT_TAKEN',
  HOLD_EXPIRED: 'OFFER_EXPIRED',
  HOLD_CHANGED: 'OFFER_EXPIRED',
  QUOTE_CHANGED: 'OFFER_EXPIRED',
  CURRENCY_CHANGED: 'NOT_ALLOWED',
  FEE_CHANGED: 'NOT_ALLOWED',
  GATE_FAILED: 'NOT_ALLOWED',
  INVALID_TRANSITION: 'NOT_ALLOWED',
  RESCHEDULE_LIMIT: 'NOT_ALLOWED',
};

export function outcomeOfError({ code, message }: AppError | ToolFailure): ToolOutcome {
  return { ok: false, code: CODES[code] ?? code, message: `${code}: ${message}` };
}
