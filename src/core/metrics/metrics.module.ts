import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** Makes the one Metrics injectable everywhere; `/metrics` itself belongs to the health module. */
@Global()
@Module({ providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
