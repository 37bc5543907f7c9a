import { normalizePhone, phoneKey, withCountry } from '../../customers/contacts/index.js';
import { wrong } from '../availability/index.js';

export const CODE_CHANNELS = ['email', 'whatsapp'] as const;
export type CodeChannel = (typeof CODE_CHANNELS)[number];

/** Where a code goes, and what it proves. */
export interface CodeAddress {
  readonly channel: CodeChannel;
  /** A mail address, or a phone number as digits that begin with the country. */
  readonly to: string;
  /** The same for every spelling of one address: what limits count by and contacts are found by. */
  readonly key: string;
}

/**
 * The mail address where there is one, else the phone.
 * @param country of the company, for a phone that is written without one
 * @throws AppError VALIDATION_ERROR for a number of nobody knows which country: the code would go to somebody else
 */
export function codeAddressOf(
  { email, phone = '' }: { email?: string; phone?: string },
  country: string | null = null,
): CodeAddress {
  if (email) return { channel: 'email', to: email, key: email };
  const full = withCountry(phone, country);
  const [number, key] = [normalizePhone(full), phoneKey(full)];
  if (!key || !number?.startsWith('+'))
    throw wrong('contact.phone', 'must begin with the country, as in +55 11 98888-7777');
  return { channel: 'whatsapp', to: number.slice(1), key };
}
