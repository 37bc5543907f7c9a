import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { SESSION_HEADER, SessionCookieService } from './session-cookie.service.js';

@Injectable()
export class CookieModeGuard implements CanActivate {
  constructor(private readonly cookies: SessionCookieService) {}

  canActivate(context: ExecutionContext): boolean {
    this.cookies.assertOwnPage(context.switchToHttp().getRequest<Request>());
    return true;
  }
}

export const SupportsCookieMode = (): MethodDecorator =>
  applyDecorators(
    UseGuards(CookieModeGuard),
    ApiHeader({
      name: SESSION_HEADER,
      required: false,
      schema: { type: 'string', enum: ['cookie'] },
      description: 'Keeps the refresh token in the httpOnly cookie `pb_refresh`; only for pages of the same origin',
    }),
  );
