import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { AppConfig } from '../../../../core/config/index.js';
import { requestIdMiddleware, RequestContext } from '../../../../core/context/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError, logFailure, toErrorBody } from '../../../../core/errors/index.js';
import { accessLogMiddleware, API_PREFIX } from '../../../../core/http/index.js';
import { WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS } from '../meta.constants.js';
import { AddressLimit } from './address-limit.js';
import { WebhookReceiver } from './webhook-receiver.js';

const PATHS = [`/${API_PREFIX}/meta/webhook`, `/${API_PREFIX}/meta/webhook/instagram`];
const ACKNOWLEDGED = 'EVENT_RECEIVED';
const RETRY_AFTER_SECONDS = 1;
const MS_PER_SECOND = 1_000;

/**
 * Puts the receiver of deliveries in front of all middleware. Call it first: the body parser would use up the bytes the
 * signature is over, and nothing else on the way is needed for a caller that proves itself by that signature.
 */
export function mountMetaWebhook(app: NestExpressApplication): void {
  const receiver = app.get(WebhookReceiver);
  const limit = new AddressLimit(WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS);
  const handle = async (request: Request, response: Response): Promise<void> => {
    try {
      const { isAllowed, remaining, resetMs } = limit.take(request.ip ?? 'unknown');
      response.setHeader('X-RateLimit-Limit', limit.limit);
      response.setHeader('X-RateLimit-Remaining', remaining);
      response.setHeader('X-RateLimit-Reset', Math.ceil(resetMs / MS_PER_SECOND));
      if (!isAllowed) throw new AppError('RATE_LIMITED', 429, 'Too many deliveries', { waitMs: resetMs });
      await receiver.receive(request);
      response.status(200).type('text/plain').send(ACKNOWLEDGED);
      crashPoint('webhook.acknowledged');
    } catch (error) {
      refuse(request, response, error);
    }
  };
  const accessLog = app.get(AppConfig).accessLog ? [accessLogMiddleware] : [];
  app
    .getHttpAdapter()
    .getInstance()
    .post(PATHS, requestIdMiddleware, ...accessLog, handle);
}

function refuse(request: Request, response: Response, error: unknown): void {
  const body = toErrorBody(error, RequestContext.requestId());
  const { statusCode } = body;
  logFailure(request, body, error);
  if (statusCode === 429) {
    const { waitMs } = body.details as { waitMs: number };
    response.setHeader('Retry-After', Math.ceil(waitMs / MS_PER_SECOND));
  } else if (statusCode === 503) {
    response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  }
  // What was not read must not be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close');
  response.status(statusCode).json(body);
}
