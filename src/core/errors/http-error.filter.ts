import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { RequestContext } from '../context/index.js';
import { toErrorBody } from './error-body.js';

const RETRY_AFTER_SECONDS_ON_OVERLOAD = '1';

/** The one place where an exception becomes an HTTP answer. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('HttpError');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const body = toErrorBody(error, RequestContext.requestId());
    // Being overloaded is an answer, not a defect: a flood must not fill the log with stacks.
    if (body.statusCode === 503) this.logger.warn(body.message);
    else if (body.statusCode >= 500) this.logger.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (body.statusCode === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS_ON_OVERLOAD);
    response.status(body.statusCode).json(body);
  }
}
