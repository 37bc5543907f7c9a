import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerStorage } from '@nestjs/throttler';
import type { NextFunction, Response } from 'express';
import {
  AccessTokens,
  type AuthenticatedRequest,
  bearerTokenOf,
  isAllowed,
  permissionOf,
  type Principal,
} from '../../auth-guards/index.js';
import { AppConfig } from '../../config/index.js';
import { RequestContext } from '../../context/index.js';
import { CompanyScope } from '../../tenancy/index.js';
import { IDEMPOTENCY_KEY_HEADER } from '../idempotency/index.js';
import { OrdinaryLimit } from '../ordinary-limit.js';
import { compileDtoCheck } from './dto-check.js';
import { assertOrdinaryRoute } from './ordinary-route.js';

const CREATED = 201;

/** A request that passed everything that the guards and the validation pipe would have asked of it. */
export interface HotCall<Body> {
  readonly scope: CompanyScope;
  readonly principal: Principal;
  readonly body: Body;
  readonly request: AuthenticatedRequest;
}

/** A POST route of a controller whose ordinary requests are worth a shorter way to the handler. */
export interface HotRoute<Controller, Body> {
  /** As the router knows it, prefix included. */
  readonly path: string;
  readonly controller: Type<Controller>;
  readonly handler: keyof Controller & string;
  readonly body: Type<Body>;
  /** Calls the handler with what its parameter decorators would have given it. */
  readonly call: (controller: Controller, call: HotCall<Body>) => Promise<object>;
}

/**
 * Answers ordinary requests of a route behind the middleware and in front of Nest's guards, pipes and interceptors, whose
 * rules it takes from the same decorators, tokens and counters. Call it before the application is initialised. Whatever
 * is not plainly in order is handed on untouched and uncounted, so that refusals have one source; so is a request with
 * an Idempotency-Key.
 * @throws Error where the route has something that only the pipeline can do
 */
export function mountHotRoute<Controller extends object, Body extends object>(
  app: NestExpressApplication,
  { path, controller, handler, body, call }: HotRoute<Controller, Body>,
): void {
  assertOrdinaryRoute(controller, handler);
  const permission = permissionOf(controller, handler);
  const isBody = compileDtoCheck(body);
  const target = app.get(controller);
  const tokens = app.get(AccessTokens);
  const limit = new OrdinaryLimit(app.get<ThrottlerStorage>(ThrottlerStorage), app.get(AppConfig));

  const admit = async (request: AuthenticatedRequest, response: Response): Promise<Principal | undefined> => {
    if (request.headers[IDEMPOTENCY_KEY_HEADER] !== undefined || !isBody(request.body)) return undefined;
    const principal = await tokens.recognise(bearerTokenOf(request));
    const isAdmitted = principal && isAllowed(principal.role, permission) && (await limit.take(principal, response));
    return isAdmitted ? principal : undefined;
  };

  const answer = async (request: AuthenticatedRequest, response: Response, next: NextFunction): Promise<void> => {
    const principal = await admit(request, response);
    if (!principal) return next();
    request.principal = principal;
    const { companyId, userId } = principal;
    RequestContext.identify({ companyId, userId });
    const scope = CompanyScope.of(companyId);
    const created = await call(target, { scope, principal, body: request.body as Body, request });
    response.status(CREATED).json(created);
  };
  app.getHttpAdapter().getInstance().post(path, answer);
}
