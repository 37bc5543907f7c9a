import { ApiError } from '#web/lib/api/api-error.ts';
import { minutesWords } from './formats.ts';
import { fill, type Language } from './words.ts';

const MINUTE_MS = 60_000;

interface Details {
  gates?: { name: string }[];
}

/** An error of the API in words that say what the visitor can do. */
export function errorWords(error: unknown, { words, locale }: Language): string {
  if (!(error instanceof ApiError)) return words.broken;
  const { code, details, retryAfterMs = MINUTE_MS, message } = error;
  const texts: Record<string, string> = words.errors;
  const { gates = [] } = (details ?? {}) as Details;
  return fill(texts[code] ?? words.errors.UNKNOWN, {
    wait: minutesWords(Math.ceil(retryAfterMs / MINUTE_MS), locale),
    names: gates.map(({ name }) => name).join(', '),
    text: message,
  });
}

/** The fee of a FEE_CHANGED answer, else the fee that was shown. */
export const feeAfter = (error: unknown, shown: number): number =>
  hasCode(error, 'FEE_CHANGED') ? (error.details as { fee: number }).fee : shown;

/** Whether the error has this code of the API. */
export const hasCode = (error: unknown, ...codes: string[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);
