import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { authCookieOptions } from './auth-cookie.js';

export interface ClientInfo {
  readonly userAgent: string;
  readonly ip: string;
  readonly deviceToken: string | undefined;
}

export const DEVICE_COOKIE = 'pb_device';
export const DEVICE_HEADER = 'x-device-token';
const DEVICE_TOKEN_LIFE_MS = 365 * 24 * 3_600_000;

export function clientInfoOf(request: Request): ClientInfo {
  return {
    userAgent: request.get('user-agent') ?? '',
    ip: request.ip ?? '',
    deviceToken: request.get(DEVICE_HEADER) ?? parseCookie(request.headers.cookie ?? '')[DEVICE_COOKIE],
  };
}

export function rememberDevice(response: Response, token: string): void {
  response.setHeader(DEVICE_HEADER, token);
  response.cookie(DEVICE_COOKIE, token, { ...authCookieOptions(response.req), maxAge: DEVICE_TOKEN_LIFE_MS });
}
