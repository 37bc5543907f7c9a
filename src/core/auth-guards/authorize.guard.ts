import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../errors/index.js';
import { ALLOW, PUBLIC } from './access.decorators.js';
import { invalidToken } from './access-token.service.js';
import { type Permission } from './permissions.js';
import { type AuthenticatedRequest, mayUse, type Principal } from './principal.js';

/** Refuses every call to a route or socket event that is not public and whose permission the caller lacks. */
@Injectable()
export class AuthorizeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return withoutKey(context);
    const principal = callerOf(context);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOW, targets);
    if (!permission || !mayUse(principal, permission)) throw forbidden(principal);
    return true;
  }
}

/** A public route with an optional log-in ignores API keys: a key has no session that the route could end. */
function withoutKey(context: ExecutionContext): true {
  if (context.getType() !== 'http') return true;
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (request.principal?.keyPermissions) {
    request.authenticationError = forbidden(request.principal);
    delete request.principal;
  }
  return true;
}

function forbidden({ keyPermissions }: Principal): AppError {
  return keyPermissions
    ? AppError.forbidden('The API key does not have the permission for this')
    : AppError.forbidden();
}

function callerOf(context: ExecutionContext): Principal {
  if (context.getType() === 'ws') {
    const { data } = context.switchToWs().getClient<{ data: { principal?: Principal } }>();
    if (data.principal) return data.principal;
    throw invalidToken();
  }
  const { principal, authenticationError } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal) return principal;
  throw authenticationError ?? invalidToken();
}
