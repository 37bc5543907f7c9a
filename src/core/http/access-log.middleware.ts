import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { RequestContext } from '../context/index.js';
import { failureCodeOf, routeNameOf } from '../errors/index.js';

const logger = new Logger('Http');

/** Probes come every few seconds, and a flood of refused requests could fill the log. */
const isNoise = (route: string, status: number): boolean => /^\/(health|metrics)/.test(route) || status === 429;

/**
 * One line for every answered request. Never a query, a header, a body or the path itself, which may hold a one-time
 * token.
 */
export function accessLogMiddleware(request: Request, response: Response, next: NextFunction): void {
  const context = RequestContext.current();
  const startedAt = performance.now();
  response.once('close', () => {
    const { method } = request;
    const { statusCode: status } = response;
    const route = routeNameOf(request);
    const code = failureCodeOf(request);
    const ms = Math.round(performance.now() - startedAt);
    const isCutOff = !response.writableFinished;
    const line = {
      message: [method, route, status, code].filter(Boolean).join(' '),
      method,
      route,
      status,
      ms,
      ...(code && { code }),
      ...(isCutOff && { aborted: true }),
      ...context,
    };
    if (isNoise(route, status)) logger.debug(line);
    else logger.log(line);
  });
  next();
}
