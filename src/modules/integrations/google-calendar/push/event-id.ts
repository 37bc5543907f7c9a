import { Types } from 'mongoose';

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';
const BITS_A_DIGIT = 5n;
const DIGIT_MASK = 31n;
const HEX_DIGITS_A_PAIR = 48;
/** 192 bits; the first ones are those of a time, so no digit is missing. */
const ID = /^pb[0-9a-v]{39}$/;

/** An appointment as one person has it. */
export interface EventPair {
  readonly appointment_id: Types.ObjectId;
  readonly staff_id: Types.ObjectId;
}

/**
 * The id of the event of an appointment in the calendar of a person. It is always the same, so a repeated insert is
 * refused instead of making a second event. Google takes the digits of base32hex (RFC 4648).
 */
export function eventIdOf({ appointment_id, staff_id }: EventPair): string {
  let digits = '';
  for (
    let rest = BigInt(`0x${appointment_id.toHexString()}${staff_id.toHexString()}`);
    rest > 0n;
    rest >>= BITS_A_DIGIT
  )
    digits = (ALPHABET[Number(rest & DIGIT_MASK)] ?? '') + digits;
  return `pb${digits}`;
}

/** The pair of {@link eventIdOf}; undefined for ids of other programs. */
export function pairOfEvent(id: string): EventPair | undefined {
  if (!ID.test(id)) return undefined;
  let value = 0n;
  for (const digit of id.slice(2)) value = (value << BITS_A_DIGIT) | BigInt(ALPHABET.indexOf(digit));
  const hex = value.toString(16).padStart(HEX_DIGITS_A_PAIR, '0');
  if (hex.length > HEX_DIGITS_A_PAIR) return undefined;
  const half = HEX_DIGITS_A_PAIR / 2;
  const pair = {
    appointment_id: new Types.ObjectId(hex.slice(0, half)),
    staff_id: new Types.ObjectId(hex.slice(half)),
  };
  return eventIdOf(pair) === id ? pair : undefined;
}
