/** Failures of an outside service as a server, for the bot and the Graph API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeReply, type Exchange, type Reply } from './exchange.ts';

export const FAULT_MODES = [
  'ok',
  /** Answers 400 or 500 and does nothing. */
  '400',
  '500',
  /** Never answers. */
  'hang',
  /** Works, after `slow_ms`. */
  'slow',
  /** Closes the connection without an answer. */
  'drop',
  /** 200 with a body that is not JSON; does nothing. */
  'invalid_json',
  /** 200 with 20 MB of JSON; does nothing. */
  'huge',
  /** Does the work, then closes the connection: the caller cannot know. */
  'accept_then_drop',
  /** Does the work and never answers: the caller times out. */
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

export function isEffective(mode: FaultMode): boolean {
  return mode === 'ok' || mode === 'slow' || mode === 'accept_then_drop' || mode === 'accept_then_hang';
}

/** For faults that do nothing. */
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

/** For faults that do the work and may lose the answer. */
export async function answerUnderFault(exchange: Exchange, fault: Fault, reply: Reply): Promise<void> {
  if (fault.mode === 'accept_then_hang') return;
  if (fault.mode === 'accept_then_drop') return void exchange.req.socket.destroy();
  if (fault.mode === 'slow') await sleep(fault.slow_ms ?? DEFAULT_SLOW_MS, undefined, { ref: false });
  if (!exchange.res.destroyed) writeReply(exchange.res, reply);
}
