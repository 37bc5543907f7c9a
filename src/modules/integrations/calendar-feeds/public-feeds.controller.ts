import { createHash } from 'node:crypto';
import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

@ApiTags('Calendar feeds')
@Controller('public/feeds/:secret.ics')
export class PublicFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  /**
   * Returns the appointments of a feed as a calendar file (RFC 5545): 60 days back and 400 days ahead, with cancelled ones.
   * @remarks Answers 304 while nothing has changed since the `ETag` in `If-None-Match`.
   */
  @Get()
  @Public()
  @Header('cache-control', 'private, no-cache')
  @Header('x-robots-tag', 'noindex')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors(404)
  async get(
    @Param('secret') secret: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.feeds.read(secret);
    const tag = `"${createHash('sha256').update(file).digest('base64url')}"`;
    response.setHeader('etag', tag);
    if (known?.includes(tag)) response.status(304).end();
    else response.type(CALENDAR_TYPE).send(file);
  }
}
