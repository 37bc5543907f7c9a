import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../errors/index.js';
import { ALLOW, PUBLIC } from './access.decorators.js';
import { invalidToken } from './access-token.service.js';
import { isAllowed, type Permission } from './permissions.js';
import type { AuthenticatedRequest, Principal } from './principal.js';

/** Refuses every call to a route or socket event that is not public and whose permission the caller lacks. */
@Injectable()
export class AuthorizeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const principal = callerOf(context);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOW, targets);
    if (!permission || !isAllowed(principal.role, permission)) throw AppError.forbidden();
    return true;
  }
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
