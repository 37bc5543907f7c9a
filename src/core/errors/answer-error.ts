import type { Request, Response } from 'express';
import { RequestContext } from '../context/index.js';
import { toErrorBody } from './error-body.js';
import { logFailure } from './failure-log.js';

const RETRY_AFTER_SECONDS_ON_OVERLOAD = '1';

/** Answers an error as every route does, and logs it. */
export function answerError(request: Request, response: Response, error: unknown): void {
  const body = toErrorBody(error, RequestContext.requestId());
  logFailure(request, body, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (body.statusCode === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS_ON_OVERLOAD);
  response.status(body.statusCode).json(body);
}
