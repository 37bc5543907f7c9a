import type { CookieOptions, Request } from 'express';

const AUTH_PATH = '/api/v1/auth';
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

export function authCookieOptions(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: !isPlainLoopback(request), path: AUTH_PATH };
}

/** Not every browser keeps a `Secure` cookie of http://localhost. */
function isPlainLoopback({ protocol, hostname }: Request): boolean {
  return protocol === 'http' && LOOPBACK.test(hostname);
}
