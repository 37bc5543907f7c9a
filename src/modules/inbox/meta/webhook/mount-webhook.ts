import type { NestExpressApplication } from '@nestjs/platform-express';
import { normalizeIp } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { AppConfig } from '../../../../core/config/index.js';
import { requestIdMiddleware } from '../../../../core/context/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { answerError } from '../../../../core/errors/index.js';
import { accessLogMiddleware, API_PREFIX, rateLimited, setLimitHeaders } from '../../../../core/http/index.js';
import { WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS } from '../meta.constants.js';
import { AddressLimit } from './address-limit.js';
import { WebhookReceiver } from './webhook-receiver.js';

const PATHS = [`/${API_PREFIX}/meta/webhook`, `/${API_PREFIX}/meta/webhook/instagram`];
const ACKNOWLEDGED = 'EVENT_RECEIVED';
const MS_PER_SECOND = 1_000;

/** Handles deliveries before all middleware: the body parser would use up the signed bytes. Call it first. */
export function mountMetaWebhook(app: NestExpressApplication): void {
  const receiver = app.get(WebhookReceiver);
  const limit = new AddressLimit(WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS);
  const handle = async (request: Request, response: Response): Promise<void> => {
    try {
      const { isAllowed, remaining, resetMs } = limit.take(normalizeIp(request.ip ?? ''));
      const resetSeconds = resetMs / MS_PER_SECOND;
      setLimitHeaders(response, { limit: limit.limit, remaining, resetSeconds });
      if (!isAllowed) throw rateLimited(resetSeconds);
      await receiver.receive(request);
      response.status(200).type('text/plain').send(ACKNOWLEDGED);
      crashPoint('webhook.acknowledged');
    } catch (error) {
      if (!request.complete) response.setHeader('Connection', 'close');
      answerError(request, response, error);
    }
  };
  const accessLog = app.get(AppConfig).accessLog ? [accessLogMiddleware] : [];
  app
    .getHttpAdapter()
    .getInstance()
    .post(PATHS, requestIdMiddleware, ...accessLog, handle);
}
