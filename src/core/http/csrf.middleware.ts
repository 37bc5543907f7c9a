import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors/index.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes with cookies from foreign origins (OWASP CSRF cheat sheet: verifying the origin). A foreign page
 * cannot send a bearer token, so requests with one pass.
 */
export function csrfMiddleware(allowedOrigins: readonly string[]): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const { cookie, authorization } = request.headers;
    if (!SAFE_METHODS.has(request.method) && cookie && !authorization) assertTrustedOrigin(request, allowedOrigins);
    next();
  };
}

/**
 * @param allowedOrigins in addition to the origin of the request's own address
 * @throws AppError CSRF_REFUSED for a page of another or of an unknown origin
 */
export function assertTrustedOrigin(request: Request, allowedOrigins: readonly string[]): void {
  const { origin, referer, host = '' } = request.headers;
  const source = originOf(origin ?? referer);
  if (source === `${request.protocol}://${host}` || allowedOrigins.includes(source)) return;
  throw csrfRefused('A page of another origin sent this request; open the app itself, or send Authorization: Bearer');
}

export function csrfRefused(message: string): AppError {
  return new AppError('CSRF_REFUSED', 403, message);
}

function originOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).origin : '';
}
