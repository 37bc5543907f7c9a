import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthProbesService } from './health-probes.service.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** `/health`, `/health/live`, `/health/ready` and `/metrics`. */
@Module({
  // Terminus' own log line would hold the same as ours.
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController, MetricsController],
  providers: [HealthProbesService],
})
export class HealthModule {}
