import type { NestExpressApplication } from '@nestjs/platform-express';
import { RequestMethod } from '@nestjs/common';
import compression from 'compression';
import helmet from 'helmet';
import { AppConfig } from '../config/index.js';
import { requestIdMiddleware } from '../context/index.js';
import { createValidationPipe, HttpErrorFilter } from '../errors/index.js';
import { httpMetricsMiddleware, Metrics } from '../metrics/index.js';
import { accessLogMiddleware } from './access-log.middleware.js';
import { contentSecurityPolicyByPath } from './content-security-policy.js';
import { type LargeBodyRoute, mountBodyParsers } from './bodies/body-parsers.js';
import { csrfMiddleware } from './csrf.middleware.js';
import { LIMIT_HEADERS } from './limit-headers.js';
import { WEB_APP_FOLDER, webAppFiles } from './web-app/web-app-files.js';

export const API_PREFIX = 'api/v1';
const EXPOSED_HEADERS = [
  'etag',
  'x-request-id',
  'idempotency-replayed',
  'retry-after',
  'x-device-token',
  'x-visitor-token',
  ...LIMIT_HEADERS.map((header) => header.toLowerCase()),
];

const UNPREFIXED = [
  'health',
  'health/live',
  'health/ready',
  'metrics',
  'book/:companySlug',
  'booking/manage/:token',
  'booking/waitlist/:token',
];

/** Shared by production and the e2e tests. */
export function configureHttp(app: NestExpressApplication, largeBodyRoutes: readonly LargeBodyRoute[] = []): void {
  const config = app.get(AppConfig);
  app.set('trust proxy', config.trustedProxyHops);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestIdMiddleware);
  if (config.accessLog) app.use(accessLogMiddleware);
  app.use(httpMetricsMiddleware(app.get(Metrics)));
  app.use(
    helmet({
      contentSecurityPolicy: false,
      hsts: config.isProduction,
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    }),
    contentSecurityPolicyByPath(),
  );
  app.enableCors({
    origin: [...config.corsOrigins],
    credentials: true,
    exposedHeaders: EXPOSED_HEADERS,
  });
  if (config.csrfProtection) app.use(csrfMiddleware(config.corsOrigins));
  const webApp = webAppFiles(WEB_APP_FOLDER);
  if (webApp) app.use(webApp);
  app.use(compression());
  mountBodyParsers(app, largeBodyRoutes);
  setApiPrefix(app);
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new HttpErrorFilter());
}

export function setApiPrefix(app: NestExpressApplication): void {
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED.map((path) => ({ path, method: RequestMethod.GET })) });
}
