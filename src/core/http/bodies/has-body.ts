import type { Request } from 'express';

/** Whether bytes follow the headers of a request. */
export function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
