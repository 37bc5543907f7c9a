import type { Request } from 'express';
import { authCookieOptions } from './auth-cookie.js';

describe('authCookieOptions', () => {
  it.each([
    ['http', 'localhost', false],
    ['http', 'app.localhost', false],
    ['http', '127.0.0.1', false],
    ['http', '[::1]', false],
    ['https', 'localhost', true],
    ['http', '192.168.1.20', true],
    ['http', 'localhost.example.com', true],
    ['http', '127.0.0.1.example.com', true],
    ['https', 'app.example.com', true],
  ])('for %s://%s is secure: %s', (protocol, hostname, secure) => {
    expect(authCookieOptions({ protocol, hostname } as Request)).toEqual({
      httpOnly: true,
      sameSite: 'strict',
      secure,
      path: '/api/v1/auth',
    });
  });
});
