import i18next from 'i18next';
import { duration, timeSettings } from '#web/lib/time/company-time.ts';
import type { ApiError } from './api-error.ts';

/** The value of `{{wait}}` if the API names no time. */
const USUAL_WAIT_MS = 60_000;

const translate = (key: string, options: Record<string, string>): string =>
  (i18next.t as unknown as (key: string, options: Record<string, string>) => string)(key, options);

/** The words for an error in the user's language; the API's own English words where the code has none here. */
export function errorWords(error: unknown): string {
  const { code = 'UNKNOWN', message = '', retryAfterMs = USUAL_WAIT_MS } = (error ?? {}) as Partial<ApiError>;
  const wait = duration(retryAfterMs, timeSettings.get());
  return translate(`common:errors.${code}`, { defaultValue: message, wait });
}

/** Whether the form shows the error at its fields, by {@link refusedFields}. */
export const isShownByFields = (error: unknown): boolean =>
  ((error ?? {}) as Partial<ApiError>).code === 'VALIDATION_ERROR';

/**
 * The fields of a form that the API has refused, with the reason. Lengths are checked by the form itself, so that one text
 * a field is enough.
 */
export function refusedFields(error: unknown): Record<string, string> {
  const { details } = (error ?? {}) as Partial<ApiError>;
  if (!Array.isArray(details)) return {};
  return Object.fromEntries(
    (details as { field: string; message: string }[]).map(({ field, message }) => [
      field,
      translate(`common:refused.${field}`, { defaultValue: message }),
    ]),
  );
}
