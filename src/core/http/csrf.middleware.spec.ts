import type { NextFunction, Request, Response } from 'express';
import { csrfMiddleware } from './csrf.middleware.js';

describe('csrfMiddleware', () => {
  const check = csrfMiddleware(['https://app.example.com']);
  const passes = (method: string, headers: Record<string, string>): boolean => {
    let isThrough = false;
    const next: NextFunction = () => (isThrough = true);
    const request = { method, protocol: 'https', headers: { host: 'api.example.com', ...headers } };
    try {
      check(request as unknown as Request, {} as Response, next);
    } catch (error) {
      expect(error).toMatchObject({ code: 'CSRF_REFUSED', status: 403 });
    }
    return isThrough;
  };
  const cookie = 'session=1';

  it.each([
    ['GET', { cookie, origin: 'https://evil.example' }],
    ['POST', { origin: 'https://evil.example' }],
    ['POST', { cookie, authorization: 'Bearer x', origin: 'https://evil.example' }],
    ['POST', { cookie, origin: 'https://api.example.com' }],
    ['DELETE', { cookie, origin: 'https://app.example.com' }],
    ['PATCH', { cookie, referer: 'https://app.example.com/inbox?x=1' }],
  ])('lets %s with %j pass', (method, headers) => expect(passes(method, headers)).toBe(true));

  it.each([
    ['POST', { cookie }],
    ['POST', { cookie, origin: 'null' }],
    ['PUT', { cookie, origin: 'https://evil.example' }],
    ['POST', { cookie, origin: 'https://api.example.com.evil.example' }],
    ['DELETE', { cookie, referer: 'https://evil.example/https://api.example.com' }],
  ])('refuses %s with %j', (method, headers) => expect(passes(method, headers)).toBe(false));
});
