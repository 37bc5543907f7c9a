import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../errors/index.js';
import { ALLOW, PUBLIC } from './access.decorators.js';
import { invalidToken } from './access-tokens.js';
import { isAllowed, type Permission } from './permissions.js';
import type { AuthenticatedRequest } from './principal.js';

/** Deny by default: a route is public, or names the permission it needs, or nobody gets in. */
@Injectable()
export class AuthorizeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!request.principal) throw request.authenticationError ?? invalidToken();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOW, targets);
    if (!permission || !isAllowed(request.principal.role, permission)) throw AppError.forbidden();
    return true;
  }
}
