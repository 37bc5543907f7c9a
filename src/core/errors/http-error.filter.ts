import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../context/index.js';
import { toErrorBody } from './error-body.js';
import { logFailure } from './failure-log.js';

const RETRY_AFTER_SECONDS_ON_OVERLOAD = '1';

/** The one place where an exception becomes an HTTP answer. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const body = toErrorBody(error, RequestContext.requestId());
    logFailure(host.switchToHttp().getRequest<Request>(), body, error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (body.statusCode === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS_ON_OVERLOAD);
    response.status(body.statusCode).json(body);
  }
}
