import { parseCookie } from 'cookie';
import type { Request } from 'express';

export interface ClientInfo {
  readonly userAgent: string;
  readonly ip: string;
  readonly deviceToken: string | undefined;
}

export const DEVICE_COOKIE = 'pb_device';
export const DEVICE_HEADER = 'x-device-token';

export function clientInfoOf(request: Request): ClientInfo {
  return {
    userAgent: request.get('user-agent') ?? '',
    ip: request.ip ?? '',
    deviceToken: request.get(DEVICE_HEADER) ?? parseCookie(request.headers.cookie ?? '')[DEVICE_COOKIE],
  };
}
