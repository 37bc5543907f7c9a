import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthIndicatorFunction, type HealthIndicatorResult } from '@nestjs/terminus';
import { SkipThrottle } from '@nestjs/throttler';
import { Public } from '../../../core/auth-guards/index.js';
import { AppConfig, PRODUCT_VERSION } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { HealthDto } from './dto/health.dto.js';
import { HealthProbesService } from './health-probes.service.js';

/** Probes for people, load balancers and orchestrators; without the API prefix. */
@ApiTags('Health')
@Public()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly checks: HealthProbesService,
    private readonly config: AppConfig,
  ) {}

  /** Everything the product depends on. */
  @Get()
  @ApiOkResponse({ type: HealthDto })
  @ApiErrors(503)
  check(): Promise<HealthDto> {
    const { database, queue, disk } = this.checks;
    return this.run([database, queue, disk]);
  }

  /** The process answers; when it doesn't, restart it. Says nothing about its dependencies. */
  @Get('live')
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return this.healthy({});
  }

  /**
   * Whether this process may be sent requests.
   * @remarks It is not about to end, and the database works. The job queue is not asked: messages are taken and sent without it.
   */
  @Get('ready')
  @ApiOkResponse({ type: HealthDto })
  @ApiErrors(503)
  ready(): Promise<HealthDto> {
    const { serving, database, disk } = this.checks;
    return this.run([serving, database, disk]);
  }

  private healthy(checks: HealthDto['checks']): HealthDto {
    return { status: 'ok', version: PRODUCT_VERSION, source_url: this.config.sourceUrl ?? null, checks };
  }

  private async run(checks: HealthIndicatorFunction[]): Promise<HealthDto> {
    try {
      const { details } = await this.health.check(checks);
      return this.healthy(details);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      const { details } = error.getResponse() as { details: HealthIndicatorResult };
      throw new AppError('UNAVAILABLE', 503, 'The process is not ready; details names the failing checks', details);
    }
  }
}
