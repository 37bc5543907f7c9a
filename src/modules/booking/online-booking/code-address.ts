import { normalizePhone, phoneKey, withCountry } from '../../customers/contacts/index.js';
import { invalidField } from '../availability/index.js';

export const CODE_CHANNELS = ['email', 'whatsapp'] as const;
export type CodeChannel = (typeof CODE_CHANNELS)[number];

export interface CodeAddress {
  readonly channel: CodeChannel;
  /** A mail address, or phone digits with country code. */
  readonly to: string;
  /** Equal for all spellings of one address; used by limits and contact search. */
  readonly key: string;
}

/** Prefers mail over phone. @throws AppError VALIDATION_ERROR for a phone of unknown country */
export function codeAddressOf(
  { email, phone = '' }: { email?: string; phone?: string },
  country: string | null = null,
): CodeAddress {
  if (email) return { channel: 'email', to: email, key: email };
  const full = withCountry(phone, country);
  const [number, key] = [normalizePhone(full), phoneKey(full)];
  if (!key || !number?.startsWith('+'))
    throw invalidField('contact.phone', 'must begin with the country, as in +55 11 98888-7777');
  return { channel: 'whatsapp', to: number.slice(1), key };
}
