import { Logger } from '@nestjs/common';
import type { Request } from 'express';
import { RequestContext, routeOf } from '../context/index.js';
import type { ErrorBody } from './error-body.js';

const logger = new Logger('Http');

const MAX_PATH_PART_LENGTH = 24;

const codes = new WeakMap<Request, string>();

/**
 * Stores the code for the access log, and logs a defect as `error` with its stack. Never logs a body, a header or a
 * query.
 */
export function logFailure(request: Request, { statusCode, code }: ErrorBody, error: unknown): void {
  codes.set(request, code);
  if (statusCode < 500) return;
  const { method } = request;
  const route = routeNameOf(request);
  const ms = Math.round(RequestContext.elapsedMs() ?? 0);
  const line = { message: `${method} ${route} ${statusCode} ${code}`, method, route, status: statusCode, code, ms };
  // Overload is no defect: a flood must not fill the log with stacks.
  if (statusCode === 503) logger.warn(line);
  else logDefect(line, error);
}

export function failureCodeOf(request: Request): string | undefined {
  return codes.get(request);
}

/** The pattern of the route, or the words of an unknown path. */
export function routeNameOf(request: Request): string {
  return routeOf(request) ?? wordsOf(request.originalUrl);
}

function logDefect(line: Record<string, unknown>, error: unknown): void {
  const { stack, cause } = error instanceof Error ? error : {};
  logger.error({ ...line, reason: String(error), cause }, stack);
}

function wordsOf(url: string): string {
  const [path = ''] = url.split('?');
  const parts = path.split('/');
  return parts.map((part) => (part.length > MAX_PATH_PART_LENGTH ? '[long]' : part)).join('/');
}
