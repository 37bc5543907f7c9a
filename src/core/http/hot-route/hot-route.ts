import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerStorage } from '@nestjs/throttler';
import type { NextFunction, Response } from 'express';
import {
  AccessTokenService,
  type AuthenticatedRequest,
  bearerTokenOf,
  mayUse,
  permissionOf,
  type Principal,
} from '../../auth-guards/index.js';
import { AppConfig } from '../../config/index.js';
import { RequestContext } from '../../context/index.js';
import { AppError, createValidationPipe } from '../../errors/index.js';
import { CompanyScope } from '../../tenancy/index.js';
import { IDEMPOTENCY_KEY_HEADER } from '../idempotency/index.js';
import { OrdinaryLimit } from '../ordinary-limit.js';
import { assertOrdinaryRoute } from './ordinary-route.js';

const CREATED = 201;

export interface HotCall<Body> {
  readonly scope: CompanyScope;
  readonly principal: Principal;
  readonly body: Body;
  readonly request: AuthenticatedRequest;
}

export interface HotRoute<Controller, Body> {
  readonly path: string;
  readonly controller: Type<Controller>;
  readonly handler: keyof Controller & string;
  readonly body: Type<Body>;
  /** Calls the handler with the values of its parameter decorators. */
  readonly call: (controller: Controller, call: HotCall<Body>) => Promise<object>;
}

/**
 * Answers ordinary requests of a route before Nest's guards and interceptors, by the rules of the same decorators,
 * tokens, counters and validation pipe. Call it before the application is initialised. Requests that would be
 * refused, or that have an Idempotency-Key, go on to Nest uncounted (docs/adr/0011).
 * @throws Error if the route needs something that only the pipeline can do
 */
export function mountHotRoute<Controller extends object, Body extends object>(
  app: NestExpressApplication,
  { path, controller, handler, body, call }: HotRoute<Controller, Body>,
): void {
  assertOrdinaryRoute(controller, handler);
  const permission = permissionOf(controller, handler);
  const validation = createValidationPipe();
  const target = app.get(controller);
  const tokens = app.get(AccessTokenService);
  const limit = new OrdinaryLimit(app.get<ThrottlerStorage>(ThrottlerStorage), app.get(AppConfig));

  const validBody = async (sent: unknown): Promise<Body | undefined> => {
    try {
      return (await validation.transform(sent, { type: 'body', metatype: body })) as Body;
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  };

  const admit = async (request: AuthenticatedRequest, response: Response): Promise<HotCall<Body> | undefined> => {
    if (request.headers[IDEMPOTENCY_KEY_HEADER] !== undefined) return undefined;
    const principal = await tokens.recognise(bearerTokenOf(request));
    if (!principal || !mayUse(principal, permission)) return undefined;
    const valid = await validBody(request.body);
    if (!valid || !(await limit.take(principal, response))) return undefined;
    return { scope: CompanyScope.of(principal.companyId), principal, body: valid, request };
  };

  const answer = async (request: AuthenticatedRequest, response: Response, next: NextFunction): Promise<void> => {
    const admitted = await admit(request, response);
    if (!admitted) return next();
    const { companyId, userId } = admitted.principal;
    request.principal = admitted.principal;
    RequestContext.identify({ companyId, userId });
    response.status(CREATED).json(await call(target, admitted));
  };
  app.getHttpAdapter().getInstance().post(path, answer);
}
