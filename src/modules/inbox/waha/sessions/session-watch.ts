import type { Types } from 'mongoose';
import { MISSING, SCAN_QR_CODE, STARTING, WORKING } from '../waha.constants.js';
import type { WhatsappSession } from './whatsapp-session.schema.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** The codes of WhatsApp: the first lives longer than those that follow. */
const FIRST_QR_MS = 60 * SECOND_MS;
const NEXT_QR_MS = 20 * SECOND_MS;

/** A connected number that was silent for this long is looked at: a server may lose a number without a word. */
export const SILENCE_MS = 10 * MINUTE_MS;
/** While a person scans the code. Deliveries of the server usually come first. */
const SOON_MS = 15 * SECOND_MS;
const UNSETTLED_FOR_MS = 10 * MINUTE_MS;
const LATER_MS = 5 * MINUTE_MS;
const AT_REST_MS = 60 * MINUTE_MS;
export const UNREACHABLE_MS = MINUTE_MS;

const AT_REST = ['STOPPED', 'FAILED', MISSING];

/** Everything that compares a session with its server runs under it. */
export function sessionLock(id: Types.ObjectId): string {
  return `waha-session:${id.toHexString()}`;
}

/** Only a person can mend it. */
export function isDown(status: string): boolean {
  return status !== WORKING && status !== STARTING;
}

/** When to ask the server again. */
export function nextWatch(status: string, statusAt: Date, now: Date): Date {
  return new Date(now.getTime() + pauseOf(status, now.getTime() - statusAt.getTime()));
}

function pauseOf(status: string, ageMs: number): number {
  if (status === WORKING) return SILENCE_MS;
  if (AT_REST.includes(status)) return AT_REST_MS;
  return ageMs < UNSETTLED_FOR_MS ? SOON_MS : LATER_MS;
}

type QrFields = Pick<WhatsappSession, 'qr_code' | 'qr_expires_at'>;

/** @param code null while there is nothing to scan */
export function qrFields(before: WhatsappSession, status: string, code: string | null, now: Date): QrFields {
  if (status !== SCAN_QR_CODE || code === null) return { qr_code: null, qr_expires_at: null };
  if (code === before.qr_code) return { qr_code: code, qr_expires_at: before.qr_expires_at };
  const lifeMs = before.qr_code === null ? FIRST_QR_MS : NEXT_QR_MS;
  return { qr_code: code, qr_expires_at: new Date(now.getTime() + lifeMs) };
}
