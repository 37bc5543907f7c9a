import { AppError } from './app-error.js';
import { toErrorBody } from './error-body.js';

export interface WsErrorAck {
  ok: false;
  code: string;
  message: string;
  details?: unknown;
}

export function toWsErrorAck(error: unknown): WsErrorAck {
  const { code, message } = toErrorBody(error, '');
  return {
    ok: false,
    code,
    message,
    ...(error instanceof AppError && error.details ? { details: error.details } : {}),
  };
}
