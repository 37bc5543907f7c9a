import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import { isLoopbackAddress } from '../../../core/outbound/index.js';
import { isSameSecret } from '../../../core/security/index.js';

@ApiTags('Health')
@Public()
@SkipThrottle()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: AppConfig,
  ) {}

  /** Metrics in Prometheus text form, for this machine itself or with the internal service key. */
  @Get()
  @ApiHeader({ name: 'x-internal-api-key', required: false })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors(401)
  scrape(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Headers('x-internal-api-key') key: string | undefined,
  ): Promise<string> {
    if (!isLocal(request) && !isSameSecret(key, this.config.internalServiceApiKey)) {
      throw AppError.unauthorized(
        'INVALID_TOKEN',
        'The internal service key is missing or wrong; send INTERNAL_SERVICE_API_KEY of the configuration',
      );
    }
    response.type(this.metrics.contentType);
    return this.metrics.render();
  }
}

/** A caller behind a proxy on this machine is not local. */
function isLocal({ socket, headers }: Request): boolean {
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded'] ?? headers['x-real-ip'];
  return forwarded === undefined && isLoopbackAddress(socket.remoteAddress ?? '');
}
