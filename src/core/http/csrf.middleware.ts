import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors/index.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes with cookies from foreign origins (OWASP CSRF cheat sheet: verifying the origin). A foreign page cannot
 * send a bearer token, so requests with one pass.
 * @param allowedOrigins in addition to the origin of the request's own address
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
      throw new AppError(
        'CSRF_REFUSED',
        403,
        'A page of another origin sent this request; open the app itself, or send Authorization: Bearer',
      );
    }
    next();
  };
}

function originOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).origin : '';
}
