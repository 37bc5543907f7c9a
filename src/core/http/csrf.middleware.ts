import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors/index.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a browser sent with cookies from an origin that is not ours (OWASP CSRF cheat sheet: verifying
 * the origin). A bearer token can't be sent by a foreign page, so requests with one pass.
 * @param allowedOrigins besides the address the request itself was sent to
 */
export function csrfMiddleware(allowedOrigins: readonly string[]): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const { cookie, authorization, origin, referer } = request.headers;
    if (SAFE_METHODS.has(request.method) || !cookie || authorization) {
      next();
      return;
    }
    const source = originOf(origin ?? referer);
    const own = `${request.protocol}://${request.headers.host ?? ''}`;
    if (source !== own && !allowedOrigins.includes(source)) {
      throw new AppError('CSRF_REFUSED', 403, 'The request came from another origin');
    }
    next();
  };
}

function originOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).origin : '';
}
