import type { NestExpressApplication } from '@nestjs/platform-express';
import { RequestMethod } from '@nestjs/common';
import compression from 'compression';
import helmet from 'helmet';
import { AppConfig } from '../config/index.js';
import { requestIdMiddleware } from '../context/index.js';
import { createValidationPipe, HttpErrorFilter } from '../errors/index.js';
import { httpMetricsMiddleware, Metrics } from '../metrics/index.js';
import { accessLogMiddleware } from './access-log.middleware.js';
import { type LargeBodyRoute, mountBodyParsers } from './bodies/body-parsers.js';
import { csrfMiddleware } from './csrf.middleware.js';
import { LIMIT_HEADERS } from './limit-headers.js';

export const API_PREFIX = 'api/v1';
const CSP = {
  defaultSrc: ["'self'"],
  // Attribute styles only: Swagger UI and the component library of the staff app write them.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  // Everything is loaded from here: upgrading could only break an installation that is tried out by plain http.
  upgradeInsecureRequests: null,
};

/** What a browser lets a page of another origin read of an answer. */
const EXPOSED_HEADERS = [
  'etag',
  'x-request-id',
  'idempotency-replayed',
  'retry-after',
  'x-device-token',
  'x-visitor-token',
  ...LIMIT_HEADERS.map((header) => header.toLowerCase()),
];

/** Paths without the API prefix. */
const UNPREFIXED = ['health', 'health/live', 'health/ready', 'metrics'];

/** Everything HTTP that main and every e2e test share: one way in, one way out. */
export function configureHttp(app: NestExpressApplication, largeBodyRoutes: readonly LargeBodyRoute[] = []): void {
  const config = app.get(AppConfig);
  app.set('trust proxy', config.trustedProxyHops);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestIdMiddleware);
  if (config.accessLog) app.use(accessLogMiddleware);
  app.use(httpMetricsMiddleware(app.get(Metrics)));
  app.use(
    helmet({ contentSecurityPolicy: { directives: CSP }, hsts: config.isProduction, frameguard: { action: 'deny' } }),
  );
  app.enableCors({
    origin: [...config.corsOrigins],
    credentials: true,
    exposedHeaders: EXPOSED_HEADERS,
  });
  if (config.csrfProtection) app.use(csrfMiddleware(config.corsOrigins));
  app.use(compression());
  mountBodyParsers(app, largeBodyRoutes);
  setApiPrefix(app);
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new HttpErrorFilter());
}

/** Every route but the unprefixed ones answers below {@link API_PREFIX}. */
export function setApiPrefix(app: NestExpressApplication): void {
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED.map((path) => ({ path, method: RequestMethod.GET })) });
}
