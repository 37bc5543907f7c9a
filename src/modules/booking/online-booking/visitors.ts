import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { PublicTokenService } from './public-token.service.js';

export const VISITOR_HEADER = 'x-visitor-token';
const VISITOR_ID_BYTES = 16;
/** Groups of an IPv6 address that name the network; one caller owns all addresses in it. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** Both fields are fingerprints. */
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
      address: this.tokens.fingerprint('address', networkOf(request.ip ?? '')),
    };
    return next.handle();
  }
}

/** Needs a {@link VisitorInterceptor}. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<VisitorRequest>();
  if (!visitor) throw new Error('The route has no VisitorInterceptor');
  return visitor;
});

/** Limits count an IPv4 address, or the network of an IPv6 address. */
export function networkOf(ip: string): string {
  const [address = ''] = ip.split('%');
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const groupsOf = (part: string): string[] => part.split(':').filter(Boolean);
