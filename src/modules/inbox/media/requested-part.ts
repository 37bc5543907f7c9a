import type { Request } from 'express';
import type { ByteRange } from '../../../core/storage/index.js';
import { rangeNotSatisfiable } from './media.errors.js';

/**
 * The bytes that a request asks for (RFC 9110, section 14), as a video player does. Undefined where the whole file is the
 * answer: also for several parts at once, for what is no range of bytes, and for one that hangs on a version, since files
 * carry none.
 * @throws AppError RANGE_NOT_SATISFIABLE for a part that the file does not have
 */
export function requestedPart(request: Request, size: number): ByteRange | undefined {
  if (request.headers['if-range'] !== undefined) return undefined;
  const ranges = request.range(size);
  if (ranges === UNSATISFIABLE) throw rangeNotSatisfiable();
  if (ranges === undefined || ranges === MALFORMED || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** What Express answers instead of ranges. */
const UNSATISFIABLE = -1;
const MALFORMED = -2;
