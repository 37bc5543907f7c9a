import type { Request } from 'express';
import { AppConfig } from '../../../core/config/index.js';
import { AuthCookiesService } from './auth-cookies.service.js';

describe('AuthCookiesService', () => {
  const optionsFor = (address: string, origin = address, setting: 'auto' | 'always' = 'auto') => {
    const { protocol, hostname } = new URL(address);
    const request = { protocol: protocol.slice(0, -1), hostname, get: () => origin } as unknown as Request;
    return new AuthCookiesService({ secureCookies: setting } as AppConfig).optionsFor(request);
  };

  it.each([
    ['http://localhost:4000', false],
    ['http://127.0.0.1:4000', false],
    ['http://192.168.1.20:4000', false],
    ['http://clinic.local', false],
    ['https://192.168.1.20', true],
    ['https://app.example.com', true],
    ['https://localhost', true],
  ])('follows the scheme: cookies of %s are Secure: %s', (address, secure) => {
    const scriptless = { httpOnly: true, sameSite: 'strict', path: '/api/v1/auth' };
    expect(optionsFor(address)).toEqual({ ...scriptless, secure });
  });

  it('makes cookies Secure behind a proxy that is not configured, if the origin of the page is https', () => {
    expect(optionsFor('http://app.example.com', 'https://app.example.com').secure).toBe(true);
  });

  it('always makes cookies Secure if the setting says so', () => {
    expect(optionsFor('http://192.168.1.20', undefined, 'always').secure).toBe(true);
  });
});
