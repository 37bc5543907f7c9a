import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../../../core/auth-guards/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { BodyExample, ErrorDto } from '../../../../core/http/index.js';
import { isSameSecret } from '../../../../core/security/index.js';
import { DeliveryDto } from '../dto/delivery.dto.js';

const PATHS = ['webhook', 'webhook/instagram'];
const DELIVERY_EXAMPLE = {
  object: 'page',
  entry: [
    {
      id: '1000000000000009',
      time: 1_893_456_000_000,
      messaging: [
        {
          sender: { id: '24000000000000001' },
          recipient: { id: '1000000000000009' },
          timestamp: 1_893_456_000_000,
          message: { mid: 'm_example', text: 'Can I bring Luna on Friday?' },
        },
      ],
    },
  ],
};

/** Where Meta delivers; no log-in, the handshake token and the signatures speak for the caller. */
@ApiTags('Meta')
@Public()
@Controller('meta')
export class WebhookController {
  constructor(private readonly config: AppConfig) {}

  /** Meta's handshake: answers the bare challenge to whoever knows the verify token. */
  @Get(PATHS)
  @ApiQuery({ name: 'hub.mode', required: false, example: 'subscribe' })
  @ApiQuery({ name: 'hub.verify_token', required: false })
  @ApiQuery({ name: 'hub.challenge', required: false, example: '1158201444' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'The challenge', schema: { type: 'string' } })
  @ApiResponse({ status: 400, type: ErrorDto, description: 'The query is no text' })
  @ApiResponse({ status: 403, type: ErrorDto, description: 'Wrong token, or none is configured' })
  verify(
    @Query('hub.mode') mode: unknown,
    @Query('hub.verify_token') token: unknown,
    @Query('hub.challenge') challenge: unknown,
    @Res({ passthrough: true }) response: Pick<Response, 'type'>,
  ): string {
    const expected = this.config.metaWebhookVerifyToken ?? '';
    const isKnown = typeof token === 'string' && isSameSecret(token, expected);
    if (mode !== 'subscribe' || !isKnown || typeof challenge !== 'string') {
      throw AppError.forbidden(
        'Wrong verify token; enter the value of META_WEBHOOK_VERIFY_TOKEN in the dashboard of the Meta app',
      );
    }
    // Text, so that a browser never takes what the caller chose for a page.
    response.type('text/plain');
    return challenge;
  }

  /** Takes a delivery: stored before it is acknowledged, worked on later. Copies of an event are taken once. */
  // Documentation only: mountMetaWebhook handles the request before all middleware, because the signature is over the
  // bytes of the wire.
  @Post(PATHS)
  @HttpCode(200)
  @ApiHeader({ name: 'X-Hub-Signature-256', required: true, description: '`sha256=` and the HMAC of the body in hex' })
  @BodyExample(DeliveryDto, DELIVERY_EXAMPLE)
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Stored', schema: { type: 'string', example: 'EVENT_RECEIVED' } })
  @ApiResponse({ status: 400, type: ErrorDto, description: 'Not a JSON object' })
  @ApiResponse({ status: 401, type: ErrorDto, description: 'Signed by nobody we know; nothing is stored' })
  @ApiResponse({ status: 413, type: ErrorDto, description: 'More than 3 MB' })
  @ApiResponse({ status: 429, type: ErrorDto })
  @ApiResponse({ status: 503, type: ErrorDto, description: 'Not stored: send it again' })
  receive(): never {
    throw new Error('The webhook receiver is not mounted');
  }
}
