import { randomBytes } from 'node:crypto';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { PublicTokenService } from './public-token.service.js';

export const VISITOR_HEADER = 'x-visitor-token';
const VISITOR_ID_BYTES = 16;

/** Both fields are fingerprints. The limits count an IPv4 address, or the /64 network of an IPv6 address. */
export interface Visitor {
  readonly key: string;
  readonly address: string;
}

type VisitorRequest = Request & { visitor?: Visitor };

/** Recognises visitors by their token; sends a new token if it is missing or forged. */
@Injectable()
export class VisitorInterceptor implements NestInterceptor {
  constructor(private readonly tokens: PublicTokenService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<VisitorRequest>();
    const known = this.tokens.open('visitor', request.get(VISITOR_HEADER));
    const id = known ?? randomBytes(VISITOR_ID_BYTES).toString('base64url');
    if (known === undefined) http.getResponse<Response>().setHeader(VISITOR_HEADER, this.tokens.sign('visitor', id));
    request.visitor = {
      key: this.tokens.fingerprint('visitor-key', id),
      address: this.tokens.fingerprint('address', normalizeIp(request.ip ?? '')),
    };
    return next.handle();
  }
}

export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<VisitorRequest>();
  if (!visitor) throw new Error('The route has no VisitorInterceptor');
  return visitor;
});
