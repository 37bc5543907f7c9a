import type { Request } from 'express';
import type { ByteRange } from '../../../core/storage/index.js';
import { rangeNotSatisfiable } from './media.errors.js';

/**
 * The requested range (RFC 9110, section 14). Undefined for the whole file: also for several ranges, malformed ones
 * and conditional ones.
 * @throws AppError RANGE_NOT_SATISFIABLE
 */
export function requestedPart(request: Request, size: number): ByteRange | undefined {
  if (request.headers['if-range'] !== undefined) return undefined;
  const ranges = request.range(size);
  if (ranges === UNSATISFIABLE) throw rangeNotSatisfiable();
  if (ranges === undefined || ranges === MALFORMED || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** Returned by Express. */
const UNSATISFIABLE = -1;
const MALFORMED = -2;
