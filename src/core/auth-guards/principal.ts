import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../errors/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { isAllowed, type Permission, type Role } from './permissions.js';

export interface Principal {
  readonly userId: string;
  readonly companyId: string;
  readonly role: Role;
  readonly sessionId: string;
  /** Only for an API key, which has exactly these; its `userId` is the id of the key, and it has no session. */
  readonly keyPermissions?: readonly Permission[];
  readonly keyName?: string;
}

/** A key has the permissions that it was given, a person those of the role. */
export function mayUse({ role, keyPermissions }: Principal, permission: Permission): boolean {
  return keyPermissions ? keyPermissions.includes(permission) : isAllowed(role, permission);
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
