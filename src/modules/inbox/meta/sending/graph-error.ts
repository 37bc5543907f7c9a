import { redactText } from '../../../../core/logging/index.js';
import { CHANNEL_DISCONNECTED, type SendFailure, WINDOW_CLOSED } from '../../message-sending/index.js';

export interface GraphError {
  code?: number;
  error_subcode?: number;
  message?: string;
  is_transient?: boolean;
  /** WhatsApp's details; Meta also sends a plain text. */
  error_data?: { details?: string } | string;
}

const THROTTLED = new Set([4, 17, 32, 613, 80_001, 80_002, 80_006, 80_007, 80_008, 130_429, 131_048, 131_056, 133_016]);
const TRANSIENT = new Set([1, 2, 1200, 131_016, 131_053, 131_057]);
const WINDOW_SUBCODES = new Set([2_018_278, 2_018_065, 2_534_022]);
const WINDOW_CODES = new Set([131_047]);
const UNREACHABLE_PERSON = new Set([551, 131_026]);
const THREAD_TAKEN_SUBCODE = 2_018_300;
const TOKEN_CODE = 190;
const PAIR_RATE_CODE = 131_056;
const PAIR_RATE_PAUSE_MS = 6_000;
const MAX_REASON_LENGTH = 300;

/** Sending needs a new token. */
export function isTokenError({ code }: GraphError): boolean {
  return code === TOKEN_CODE || code === 0;
}

/** One sentence and one next step for staff. Branches on the code, because the HTTP status is not reliable. */
export function graphFailure(error: GraphError): SendFailure {
  const { code = 0, error_subcode: subcode = 0 } = error;
  const permanent = (name: string, message: string): SendFailure => ({
    outcome: 'failed',
    code: name,
    message,
    retryable: false,
  });
  if (isTokenError(error)) return CHANNEL_DISCONNECTED;
  if (WINDOW_SUBCODES.has(subcode) || WINDOW_CODES.has(code)) {
    return WINDOW_CLOSED;
  }
  if (subcode === THREAD_TAKEN_SUBCODE) return permanent('THREAD_TAKEN', 'Another app holds this conversation');
  if (UNREACHABLE_PERSON.has(code)) return permanent('PERSON_UNAVAILABLE', 'This person cannot receive messages now');
  if (THROTTLED.has(code)) {
    const retryAfterMs = code === PAIR_RATE_CODE ? { retryAfterMs: PAIR_RATE_PAUSE_MS } : {};
    return {
      outcome: 'failed',
      code: 'RATE_LIMITED',
      message: 'Meta asks us to slow down',
      retryable: true,
      ...retryAfterMs,
    };
  }
  if (TRANSIENT.has(code) || error.is_transient) {
    return { outcome: 'failed', code: 'SERVER_ERROR', message: 'Server error', retryable: true };
  }
  return { ...permanent('BAD_REQUEST', 'Bad request'), ...reasonOf(error) };
}

/** Meta's text names the part that it refuses. */
function reasonOf({ message, error_data }: GraphError): { details?: string } {
  const closer = typeof error_data === 'object' ? error_data.details : undefined;
  const reason = [message, closer].filter((text) => typeof text === 'string' && text !== '').join(': ');
  return reason ? { details: redactText(reason).slice(0, MAX_REASON_LENGTH) } : {};
}
