import type { NextFunction, Request, Response } from 'express';
import { routeOf } from '../context/index.js';
import type { Metrics } from './metrics.js';

/** Unknown paths share one series, so that a scanner cannot create new ones. */
const UNMATCHED = 'unmatched';

export function httpMetricsMiddleware(metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.once('close', () => {
      const labels = {
        method: request.method,
        route: routeOf(request) ?? UNMATCHED,
        status: String(response.statusCode),
      };
      metrics.httpSeconds.observe(labels, (performance.now() - startedAt) / 1_000);
    });
    next();
  };
}
