/** Ways in which an outside service fails as a server: shared by the bot and the Graph API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeReply, type Exchange, type Reply } from './exchange.ts';

export const FAULT_MODES = [
  'ok',
  /** Answers 400 / 500 without doing anything. */
  '400',
  '500',
  /** Takes the request and never answers. */
  'hang',
  /** Works, after `slow_ms`. */
  'slow',
  /** Closes the connection without an answer. */
  'drop',
  /** 200 with a body that is not JSON, without doing anything. */
  'invalid_json',
  /** 200 with 20 MB of JSON, without doing anything. */
  'huge',
  /** Does what was asked, then closes the connection: the caller cannot know. */
  'accept_then_drop',
  /** Does what was asked and never answers: the caller times out. */
  'accept_then_hang',
] as const;

export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  mode: FaultMode;
  slow_ms?: number;
}

const HUGE_BODY_BYTES = 20 * 1024 * 1024;
export const DEFAULT_SLOW_MS = 1_000;

export function isFaultMode(value: unknown): value is FaultMode {
  return FAULT_MODES.includes(value as FaultMode);
}

/** True where the work is done in this mode, whatever becomes of the answer. */
export function isEffective(mode: FaultMode): boolean {
  return mode === 'ok' || mode === 'slow' || mode === 'accept_then_drop' || mode === 'accept_then_hang';
}

/** Answers a request under a fault in which nothing is done. */
export function answerFault(exchange: Exchange, mode: FaultMode, errorBody: (status: 400 | 500) => unknown): void {
  const { req, res } = exchange;
  if (mode === '400') return writeReply(res, { status: 400, json: errorBody(400) });
  if (mode === '500') return writeReply(res, { status: 500, json: errorBody(500) });
  if (mode === 'drop') return void req.socket.destroy();
  if (mode === 'invalid_json') return writeReply(res, { status: 200, bytes: Buffer.from('<html>ok</html>{"ok":') });
  if (mode === 'huge') {
    return writeReply(res, { status: 200, json: { ok: true, padding: 'x'.repeat(HUGE_BODY_BYTES) } });
  }
  // `hang`: the response stays open until the client or the server closes.
}

/** Writes the answer of work that was done, or loses it as the fault says. */
export async function answerUnderFault(exchange: Exchange, fault: Fault, reply: Reply): Promise<void> {
  if (fault.mode === 'accept_then_hang') return;
  if (fault.mode === 'accept_then_drop') return void exchange.req.socket.destroy();
  if (fault.mode === 'slow') await sleep(fault.slow_ms ?? DEFAULT_SLOW_MS, undefined, { ref: false });
  if (!exchange.res.destroyed) writeReply(exchange.res, reply);
}
