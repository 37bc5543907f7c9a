import { ControlError } from '../control-error.ts';
import { numericId } from '../ids.ts';
import { isText, type JsonObject } from '../json.ts';
import type { WahaFake } from './waha-fake.ts';

/** What a person sees on the screen of the server, with the code as a data address. */
export function shownSessions({ sessions }: WahaFake): JsonObject[] {
  return sessions.all().map(({ name, status, me, qr }) => ({
    ...{ name, status, phone: me?.id.split('@')[0] ?? null },
    qr: qr === null ? null : `data:image/png;base64,${qr.png.toString('base64')}`,
  }));
}

/** The phone of the business scans the code of a session. */
export function scanCode(waha: WahaFake, { session, phone }: JsonObject): JsonObject {
  if (!isText(session)) throw new ControlError('session is needed');
  const number = isText(phone) ? phone : `55119${numericId(8)}`;
  if (!waha.scan(session, number)) throw new ControlError('This session shows no code now');
  return { phone: number };
}
