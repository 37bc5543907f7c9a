const MIN_DIGITS = 6;
/** Without a plus, only a number this long can be taken to begin with a country. */
const INTERNATIONAL_DIGITS = 12;
const MAX_DIGITS = 15;

/** Business-scoped user ids of WhatsApp, `BR.1349…`: they look nothing like a phone and must never be treated as one. */
const BSUID = /^[A-Z]{2}\./;

/** Brazilian mobile numbers: country, area, the ninth digit that WhatsApp may or may not know of, eight digits. */
const BRAZILIAN_MOBILE = /^55(\d{2})9(\d{8})$/;

export function isBusinessScopedUserId(id: string): boolean {
  return BSUID.test(id);
}

/**
 * The number as digits behind a plus where its country is known (`+5511988887777`), as bare digits where it is not.
 * @returns null when it is no phone number
 */
export function normalizePhone(raw: string): string | null {
  const text = raw.trim();
  if (isBusinessScopedUserId(text)) return null;
  const digits = text.replace(/^00/, '+').replace(/\D/g, '');
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return null;
  const isInternational = /^(\+|00)/.test(text) || digits.length >= INTERNATIONAL_DIGITS;
  return isInternational ? `+${digits}` : digits;
}

/**
 * What two spellings of one number have in common: digits only, Brazilian mobiles without the ninth digit, since
 * WhatsApp keeps the form a number was registered with and people write the other.
 * @returns null when it is no phone number
 */
export function phoneKey(raw: string): string | null {
  const normalized = normalizePhone(raw);
  return normalized && normalized.replace('+', '').replace(BRAZILIAN_MOBILE, '55$1$2');
}

/** The ways a person may begin to type the number: with its country, and in Brazil without it or without the area. */
export function phoneSearchWords(raw: string | null): string[] {
  const digits = raw && normalizePhone(raw)?.replace('+', '');
  if (!digits) return [];
  const national = /^55(\d{2})(\d{8,9})$/.exec(digits);
  return national ? [digits, `${national[1]}${national[2]}`, String(national[2])] : [digits];
}
