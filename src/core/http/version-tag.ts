import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { AppError } from '../errors/index.js';

const IF_MATCH = 'if-match';
/** Proxies that compress make a tag weak. */
const VERSION_TAG = /^(?:W\/)?"(\d{1,15})"$/;

export const ETAG_HEADER = {
  ETag: { description: 'The version of the document, for If-Match', schema: { type: 'string', example: '"3"' } },
};

/**
 * Sends the version of the document as `ETag`. Caches may not store the answer, since parts of it depend on the
 * time.
 * @param versionOf finds the version in the body; by default it is the member `version`
 */
export function Versioned<Body = { version: number }>(
  versionOf = (body: Body): number => (body as { version: number }).version,
): MethodDecorator {
  const interceptor: NestInterceptor<Body> = {
    intercept(context: ExecutionContext, next: CallHandler<Body>): Observable<Body> {
      const response = context.switchToHttp().getResponse<Response>();
      return next.handle().pipe(
        tap((body) => {
          response.setHeader('ETag', `"${versionOf(body)}"`);
          response.setHeader('Cache-Control', 'no-store');
        }),
      );
    },
  };
  return applyDecorators(UseInterceptors(interceptor));
}

export const TakesIfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH',
    schema: { type: 'string', example: '"3"' },
  });

/** The version that the document must still have; undefined for any. @throws AppError VALIDATION_ERROR */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const sent = context.switchToHttp().getRequest<Request>().header(IF_MATCH)?.trim();
  if (sent === undefined || sent === '*') return undefined;
  const version = VERSION_TAG.exec(sent)?.[1];
  if (version === undefined)
    throw AppError.validation([{ field: 'If-Match', message: 'If-Match must be one ETag, such as "3"' }]);
  return Number(version);
});
