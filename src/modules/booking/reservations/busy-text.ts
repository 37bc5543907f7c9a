import type { Leg } from './booking.js';
import { isPetBookable } from './pet-bookables.js';

const LEG_SEPARATOR = '\n';
const FIELD_SEPARATOR = '|';
const ZERO = '0'.charCodeAt(0);

export type BusyLeg = Pick<Leg, 'lane' | 'from' | 'to' | 'quantity'>;

/** Legs as text, one line each: `lane|from|to|quantity`. Without pets, which the search does not use. */
export function busyText(legs: readonly BusyLeg[]): string {
  return legs
    .filter(({ lane }) => !isPetBookable(lane))
    .map(({ lane, from, to, quantity }) => [lane, from, to, quantity].join(FIELD_SEPARATOR))
    .join(LEG_SEPARATOR);
}

type Visit = (lane: string, from: number, to: number, quantity: number) => void;

/** Parsed by hand, because a search may read tens of thousands of legs. */
export function eachBusyLeg(text: string, visit: Visit): void {
  let at = 0;
  const nextNumber = (): number => {
    let value = 0;
    for (let digit; (digit = text.charCodeAt(at++) - ZERO) >= 0 && digit <= 9;) value = value * 10 + digit;
    return value;
  };
  while (at < text.length) {
    const laneEnd = text.indexOf(FIELD_SEPARATOR, at);
    const lane = text.slice(at, laneEnd);
    at = laneEnd + 1;
    visit(lane, nextNumber(), nextNumber(), nextNumber());
  }
}

const [BSON_TEXT, BSON_DATE, BSON_NULL] = [0x02, 0x09, 0x0a];
/** Parts of a BSON document: its size; a field's type and its name `exp` or `busy`; a text's size. */
const HEAD_BYTES = 4;
const EXP_BYTES = 5;
const DATE_BYTES = 8;
const BUSY_BYTES = 6 + 4;
/** The zero bytes that end the text and the document. */
const TAIL_BYTES = 2;

/**
 * Reads `{exp: Date | null, busy: string}` from BSON without creating objects. @returns `exp` in ms since 1970, Infinity for null. @throws
 * TypeError for other documents
 */
export function busyDocument(bson: Uint8Array): { exp: number; busy: string } {
  const bytes = Buffer.from(bson.buffer, bson.byteOffset, bson.byteLength);
  const type = bytes[HEAD_BYTES];
  if (type !== BSON_DATE && type !== BSON_NULL) throw new TypeError('not a document of exp and busy');
  const valueAt = HEAD_BYTES + EXP_BYTES;
  const exp = type === BSON_DATE ? Number(bytes.readBigInt64LE(valueAt)) : Infinity;
  const nextAt = valueAt + (type === BSON_DATE ? DATE_BYTES : 0);
  // Without this error a missing text would show taken time as free.
  if (bytes[nextAt] !== BSON_TEXT) throw new TypeError('an appointment without its busy text');
  const busyAt = nextAt + BUSY_BYTES;
  return { exp, busy: bytes.toString('latin1', busyAt, bytes.byteLength - TAIL_BYTES) };
}
