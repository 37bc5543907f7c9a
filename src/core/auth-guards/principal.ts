import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../errors/index.js';
import { CompanyScope } from '../tenancy/index.js';
import type { Role } from './permissions.js';

export interface Principal {
  readonly userId: string;
  readonly companyId: string;
  readonly role: Role;
  readonly sessionId: string;
}

export interface AuthenticatedRequest extends Request {
  principal?: Principal;
  /** Why there is no principal; thrown only if the route needs one. */
  authenticationError?: AppError;
}

/** @throws AppError INVALID_TOKEN | TOKEN_EXPIRED if there is no caller, as on a public route */
export function principalOf({ principal, authenticationError }: AuthenticatedRequest): Principal {
  if (principal) return principal;
  throw authenticationError ?? AppError.unauthorized('INVALID_TOKEN', 'This needs a log-in; send an access token');
}

export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) =>
  principalOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);

export const CurrentCompany = createParamDecorator((_: unknown, context: ExecutionContext) =>
  CompanyScope.of(principalOf(context.switchToHttp().getRequest<AuthenticatedRequest>()).companyId),
);
