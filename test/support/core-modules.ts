import { JobsModule } from '../../src/core/jobs/index.js';
import { LimitsModule } from '../../src/core/limits/index.js';
import { LocksModule } from '../../src/core/locks/index.js';
import { MetricsModule } from '../../src/core/metrics/index.js';
import { RealtimeModule } from '../../src/core/realtime/index.js';
import { SecurityModule } from '../../src/core/security/index.js';
import { ShutdownModule } from '../../src/core/shutdown/index.js';
import { StorageModule } from '../../src/core/storage/index.js';

/** The core modules that channels and accounts need, for a test without the whole application. */
export const CORE_MODULES = [
  JobsModule.forRoot({ requireHandlers: false }),
  LimitsModule,
  LocksModule,
  MetricsModule,
  RealtimeModule,
  SecurityModule,
  ShutdownModule,
  StorageModule,
];
