import { Logger } from '@nestjs/common';
import type { Request } from 'express';
import { RequestContext, routeOf } from '../context/index.js';
import type { ErrorBody } from './error-body.js';

const logger = new Logger('Http');

/** Longer parts of a path may be one-time tokens; ids and words are not. */
const MAX_PATH_PART_LENGTH = 24;

/**
 * One line for every refused or failed request, under the request id that its answer shows: never a body, a header or a
 * query. Refusals are `info`, a defect is `error` with its stack.
 */
export function logFailure(request: Request, { statusCode, code }: ErrorBody, error: unknown): void {
  const { method } = request;
  const route = routeOf(request) ?? wordsOf(request.originalUrl);
  const ms = Math.round(RequestContext.elapsedMs() ?? 0);
  const line = { message: `${method} ${route} ${statusCode} ${code}`, method, route, status: statusCode, code, ms };
  // Being overloaded is an answer, not a defect: a flood must not fill the log with stacks.
  if (statusCode === 503) logger.warn(line);
  else if (statusCode >= 500) logDefect(line, error);
  // Who sends more than allowed could fill the log as well.
  else if (statusCode === 429) logger.debug(line);
  else logger.log(line);
}

function logDefect(line: Record<string, unknown>, error: unknown): void {
  const { stack, cause } = error instanceof Error ? error : {};
  logger.error({ ...line, reason: String(error), cause }, stack);
}

/** A path that no route knows, without what may be a secret in it. */
function wordsOf(url: string): string {
  const [path = ''] = url.split('?');
  const parts = path.split('/');
  return parts.map((part) => (part.length > MAX_PATH_PART_LENGTH ? '[long]' : part)).join('/');
}
