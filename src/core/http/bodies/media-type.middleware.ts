import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../../errors/index.js';
import { hasBody } from './has-body.js';

/** Multipart is for the routes that take files. */
const ACCEPTED = ['application/json', 'multipart/form-data'];

/** An unread body would otherwise look like a body without fields. */
export function mediaTypeMiddleware(request: Request, _response: Response, next: NextFunction): void {
  if (hasBody(request) && !request.is(ACCEPTED)) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'Send the body as JSON, with Content-Type: application/json');
  }
  next();
}
