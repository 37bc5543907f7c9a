import type { NestExpressApplication } from '@nestjs/platform-express';
import { normalizeIp } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { AppConfig } from '../../config/index.js';
import { requestIdMiddleware } from '../../context/index.js';
import { crashPoint } from '../../crash-points/index.js';
import { answerError } from '../../errors/index.js';
import { accessLogMiddleware } from '../access-log.middleware.js';
import { rateLimited, setLimitHeaders } from '../limit-headers.js';
import { AddressLimit } from './address-limit.js';

const MS_PER_SECOND = 1_000;

export interface RawWebhook {
  /** With the prefix of the API; may have parameters as in Express. */
  readonly paths: readonly string[];
  /** Deliveries of one address to one process. */
  readonly maxPerWindow: number;
  readonly windowMs: number;
  /** The body of the answer with status 200. */
  readonly acknowledgement: string;
  /** Resolves when the delivery is stored. @throws AppError for any other answer than 200 */
  readonly receive: (request: Request) => Promise<void>;
}

/**
 * Handles deliveries of a provider before all middleware: the body parser would use up the signed bytes. Call it
 * before `configureHttp`.
 */
export function mountRawWebhook(app: NestExpressApplication, webhook: RawWebhook): void {
  const limit = new AddressLimit(webhook.maxPerWindow, webhook.windowMs);
  const handle = async (request: Request, response: Response): Promise<void> => {
    try {
      const { isAllowed, remaining, resetMs } = limit.take(normalizeIp(request.ip ?? ''));
      const resetSeconds = resetMs / MS_PER_SECOND;
      setLimitHeaders(response, { limit: limit.limit, remaining, resetSeconds });
      if (!isAllowed) throw rateLimited(resetSeconds);
      await webhook.receive(request);
      response.status(200).type('text/plain').send(webhook.acknowledgement);
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
    .post([...webhook.paths], requestIdMiddleware, ...accessLog, handle);
}
