import type { Request, Response } from 'express';
import { RequestContext } from '../context/index.js';
import { AppError } from './app-error.js';
import { toErrorBody } from './error-body.js';
import { logFailure } from './failure-log.js';

const RETRY_AFTER_SECONDS_ON_OVERLOAD = 1;

export function answerError(request: Request, response: Response, error: unknown): void {
  const body = toErrorBody(error, RequestContext.requestId());
  logFailure(request, body, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const retryAfter = retryAfterOf(error, body.statusCode);
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  response.status(body.statusCode).json(body);
}

function retryAfterOf(error: unknown, status: number): number | undefined {
  const asked = error instanceof AppError ? error.retryAfter : undefined;
  return asked ?? (status === 503 ? RETRY_AFTER_SECONDS_ON_OVERLOAD : undefined);
}
