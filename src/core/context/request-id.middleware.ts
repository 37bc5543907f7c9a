import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { RequestContext } from './request-context.js';

const HEADER = 'x-request-id';
const ACCEPTED = /^[\w.-]{8,64}$/;

/** Uses a well-formed x-request-id of the caller or makes one, and opens the context of the request. */
export function requestIdMiddleware(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers[HEADER];
  const requestId = typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID();
  response.setHeader(HEADER, requestId);
  RequestContext.run({ requestId }, next);
}
