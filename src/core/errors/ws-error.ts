import { AppError } from './app-error.js';
import { toErrorBody } from './error-body.js';

/** What a client event is acknowledged with when it fails. */
export interface WsErrorAck {
  ok: false;
  code: string;
  message: string;
  details?: unknown;
}

/** Maps any thrown value to a socket acknowledgement, by the same rules as HTTP. */
export function toWsErrorAck(error: unknown): WsErrorAck {
  const { code, message } = toErrorBody(error, '');
  return {
    ok: false,
    code,
    message,
    ...(error instanceof AppError && error.details ? { details: error.details } : {}),
  };
}
