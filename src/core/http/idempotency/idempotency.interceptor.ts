import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../../auth-guards/index.js';
import { AppError, type ErrorBody, toErrorBody } from '../../errors/index.js';
import { CompanyScope } from '../../tenancy/index.js';
import { type Answer, assertIdempotencyKey, IdempotencyService } from './idempotency.service.js';
import { WITHOUT_IDEMPOTENCY } from './without-idempotency.decorator.js';

export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key';
export const REPLAYED_HEADER = 'idempotency-replayed';

/** Behind the guards, so that a refused caller never learns the answer of a key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: IdempotencyService,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    const key = request.headers[IDEMPOTENCY_KEY_HEADER];
    if (request.method !== 'POST' || key === undefined || !request.principal) return next.handle();
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(WITHOUT_IDEMPOTENCY, targets)) return next.handle();
    assertIdempotencyKey(key);
    return from(this.once(request, http.getResponse<Response>(), key, next));
  }

  private async once(
    request: AuthenticatedRequest,
    response: Response,
    key: string,
    next: CallHandler,
  ): Promise<unknown> {
    const { companyId = '', userId = '' } = request.principal ?? {};
    const [path] = request.originalUrl.split('?');
    const call = {
      scope: CompanyScope.of(companyId),
      userId,
      route: `POST ${path}`,
      key,
      fingerprint: this.idempotency.fingerprintOf(request.originalUrl, request.body, request.headers['content-length']),
    };
    const answer = await this.idempotency.run(call, () => answerOf(response, next));
    if (answer.replayed) response.setHeader(REPLAYED_HEADER, 'true');
    if (answer.status >= 400) throw errorFrom(answer.body as ErrorBody);
    response.status(answer.status);
    return answer.body;
  }
}

async function answerOf(response: Response, next: CallHandler): Promise<Answer> {
  try {
    const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    return { status: response.statusCode, body, isOnce: body instanceof StreamableFile };
  } catch (error) {
    const body = toErrorBody(error, '');
    if (body.statusCode >= 500) throw error;
    return { status: body.statusCode, body };
  }
}

/** The request id belongs to the request, not to the answer. */
function errorFrom({ code, statusCode, message, details }: ErrorBody): AppError {
  return new AppError(code, statusCode, message, details);
}
