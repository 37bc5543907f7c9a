import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerStorage } from '@nestjs/throttler';
import type { NextFunction, Request, Response } from 'express';
import { AccessTokenService, bearerTokenOf } from '../../auth-guards/index.js';
import { AppConfig } from '../../config/index.js';
import { AppError } from '../../errors/index.js';
import { type BudgetedRequest, inputGuardMiddleware } from '../input-guard.middleware.js';
import { AnonymousLimit } from './anonymous-limit.js';
import { hasBody } from './has-body.js';
import { jsonParser } from './json-parser.js';
import { mediaTypeMiddleware } from './media-type.middleware.js';

const BODY_LIMIT_KB = 256;
const LARGE_BODY_LIMIT_KB = 10 * 1_024;

/** A route that takes bodies of up to 10 MB from callers who have logged in. */
export interface LargeBodyRoute {
  readonly method: 'post' | 'put' | 'patch';
  readonly path: string;
  /** How many fields and items the body may have. Absent: as many as other bodies. */
  readonly maxKeys?: number;
}

interface SortedRequest extends Request {
  hasValidToken?: boolean;
}

type GuardedRequest = SortedRequest & BudgetedRequest;

const anonymousParser = jsonParser({ limitKb: BODY_LIMIT_KB, isInflating: false });
const ordinaryParser = jsonParser({ limitKb: BODY_LIMIT_KB, isInflating: true });
const largeParser = jsonParser({ limitKb: LARGE_BODY_LIMIT_KB, isInflating: true });

/**
 * Without a valid access token a body has a limit per address, at most 256 kB, and no decompression, since 10 kB of
 * gzip can hold 10 MB of JSON.
 */
export function mountBodyParsers(app: NestExpressApplication, largeBodyRoutes: readonly LargeBodyRoute[]): void {
  const tokens = app.get(AccessTokenService);
  const anonymousLimit = new AnonymousLimit(app.get<ThrottlerStorage>(ThrottlerStorage), app.get(AppConfig));

  const sortCallers = async (request: SortedRequest, response: Response, next: NextFunction): Promise<void> => {
    if (!hasBody(request)) return next();
    request.hasValidToken = (await tokens.recognise(bearerTokenOf(request))) !== undefined;
    if (!request.hasValidToken) {
      await anonymousLimit.take(request, response);
      assertNotCompressed(request);
    }
    next();
  };
  const parseLarge =
    ({ maxKeys }: LargeBodyRoute) =>
    (request: GuardedRequest, response: Response, next: NextFunction): void => {
      if (!request.hasValidToken) return next();
      if (maxKeys !== undefined) request.maxKeys = maxKeys;
      largeParser(request, response, next);
    };
  const parse = (request: SortedRequest, response: Response, next: NextFunction): void => {
    const parser = request.hasValidToken ? ordinaryParser : anonymousParser;
    parser(request, response, next);
  };

  app.use(mediaTypeMiddleware, sortCallers);
  const router = app.getHttpAdapter().getInstance();
  for (const route of largeBodyRoutes) router[route.method](route.path, parseLarge(route));
  // Skips bodies that the large parser has read.
  app.use(parse, inputGuardMiddleware);
}

/** @throws AppError UNSUPPORTED_MEDIA_TYPE */
function assertNotCompressed({ headers }: Request): void {
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return;
  const message = 'Send the body without Content-Encoding: a compressed body needs a valid access token';
  throw new AppError('UNSUPPORTED_MEDIA_TYPE', 415, message);
}
