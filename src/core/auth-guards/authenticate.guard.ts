import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { ACCESS_TOKEN_STRATEGY } from './access-token.strategy.js';
import type { AuthenticatedRequest, Principal } from './principal.js';

/**
 * Identifies the caller and never refuses, so that the rate limit can count known callers by user and others by
 * address.
 */
@Injectable()
export class AuthenticateGuard extends AuthGuard(ACCESS_TOKEN_STRATEGY) {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!request.headers.authorization) return true;
    try {
      await super.canActivate(context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      request.authenticationError = error;
    }
    return true;
  }

  override handleRequest<TUser = Principal>(
    error: unknown,
    principal: Principal,
    _info: unknown,
    context: ExecutionContext,
  ): TUser {
    if (error) throw error as Error;
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal = principal;
    const { companyId, userId, keyPermissions } = principal;
    RequestContext.identify({ companyId, userId: keyPermissions ? `api-key:${userId}` : userId });
    return principal as TUser;
  }
}
