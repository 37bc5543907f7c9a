import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

const MIN_DIGITS = 6;
/** A shorter number without a plus has no country. */
const INTERNATIONAL_DIGITS = 12;
const MAX_DIGITS = 15;

/** User ids of WhatsApp, `BR.1349…` at Meta and `3604…@lid` in the app, which are no phone numbers. */
const BSUID = /^[A-Z]{2}\.|@lid$/;

/** Country, area, the ninth digit that WhatsApp may not know, eight digits. */
const BRAZILIAN_MOBILE = /^55(\d{2})9(\d{8})$/;

export function isBusinessScopedUserId(id: string): boolean {
  return BSUID.test(id);
}

/**
 * E.164 if the country is known (`+5511988887777`), else bare digits.
 * @param country ISO 3166-1 alpha-2, for numbers without one
 * @returns null if it is no phone number
 */
export function normalizePhone(raw: string, country: string | null = null): string | null {
  const text = raw.trim();
  if (isBusinessScopedUserId(text)) return null;
  const digits = text.replace(/^00/, '+').replace(/\D/g, '');
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return null;
  const isLong = digits.length >= INTERNATIONAL_DIGITS && !digits.startsWith('0');
  if (hasCountry(text) || isLong) return parsed(`+${digits}`)?.number ?? `+${digits}`;
  return parsed(text, country)?.number ?? digits;
}

/** For display; adds the country of the company if the number has none. */
export function withCountry(raw: string, country: string | null): string {
  if (hasCountry(raw.trim())) return raw;
  const known = normalizePhone(raw, country);
  return (known?.startsWith('+') && parsed(known)?.formatInternational()) || raw;
}

export const hasCountry = (phone: string): boolean => /^(\+|00)/.test(phone.trim());

function parsed(text: string, country: string | null = null): PhoneNumber | undefined {
  const isKnown = country !== null && isSupportedCountry(country as CountryCode, metadata);
  const known = isKnown ? { defaultCountry: country as CountryCode } : {};
  const number = parsePhoneNumberFromString(text, known, metadata);
  return number?.isPossible() ? number : undefined;
}

/**
 * Equal for all spellings of a number: digits only, Brazilian mobiles without the ninth digit, which WhatsApp may
 * leave out.
 * @returns null if it is no phone number
 */
export function phoneKey(raw: string): string | null {
  const normalized = normalizePhone(raw);
  return normalized && normalized.replace('+', '').replace(BRAZILIAN_MOBILE, '55$1$2');
}

/** With the country, without it, and in Brazil without the area. */
export function phoneSearchWords(raw: string | null): string[] {
  const number = raw && normalizePhone(raw);
  if (!number) return [];
  const digits = number.replace('+', '');
  const brazilian = /^55(\d{2})(\d{8,9})$/.exec(digits);
  if (brazilian) return [digits, `${brazilian[1]}${brazilian[2]}`, String(brazilian[2])];
  const national = number.startsWith('+') ? parsed(number)?.nationalNumber : undefined;
  return national ? [digits, national] : [digits];
}
