import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AppConfig } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { ShutdownPhase, ShutdownSteps } from '../shutdown/index.js';
import { DEFAULT_DRIVER_OPTIONS } from './driver-options.js';
import { AgendaJobs } from './drivers/agenda-jobs.driver.js';
import { InlineJobs } from './drivers/inline-jobs.driver.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

export type JobsDriver = 'agenda' | 'bullmq' | 'inline';

export interface JobsModuleOptions {
  /** Default: BullMQ with REDIS_URL, else Agenda; inline when NODE_ENV is test. */
  readonly driver?: JobsDriver;
  readonly consume?: boolean;
  readonly requireHandlers?: boolean;
}

const OPTIONS = Symbol('JobsModuleOptions');
const REDIS_KEY_PREFIX = 'petbuddy:jobs';

async function createJobs(
  options: JobsModuleOptions,
  config: AppConfig,
  runner: JobRunner,
  connection: Connection,
): Promise<Jobs> {
  const driver = options.driver ?? defaultDriver(config);
  if (driver === 'inline') return new InlineJobs(runner, DEFAULT_DRIVER_OPTIONS);
  if (driver === 'bullmq') {
    if (!config.redisUrl) throw new Error('The BullMQ driver needs REDIS_URL');
    const { BullmqJobs } = await import('./drivers/bullmq-jobs.driver.js');
    return new BullmqJobs(runner, { ...DEFAULT_DRIVER_OPTIONS, redisUrl: config.redisUrl, prefix: REDIS_KEY_PREFIX });
  }
  if (!connection.db) throw new Error('The Agenda driver needs an open database connection');
  return new AgendaJobs(connection.db, runner, DEFAULT_DRIVER_OPTIONS);
}

function defaultDriver(config: AppConfig): JobsDriver {
  if (config.nodeEnv === 'test') return 'inline';
  return config.redisUrl ? 'bullmq' : 'agenda';
}

/** Checks at boot that every job has one handler, and starts running jobs after it. */
@Global()
@Module({})
export class JobsModule implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  static forRoot(options: JobsModuleOptions = {}): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule],
      providers: [
        JobRegistry,
        JobRunner,
        { provide: OPTIONS, useValue: options },
        {
          provide: Jobs,
          inject: [OPTIONS, AppConfig, JobRunner, getConnectionToken()],
          useFactory: createJobs,
        },
      ],
      exports: [Jobs],
    };
  }

  constructor(
    private readonly jobs: Jobs,
    private readonly registry: JobRegistry,
    private readonly shutdown: ShutdownSteps,
    private readonly metrics: Metrics,
    @Inject(OPTIONS) private readonly options: JobsModuleOptions,
  ) {}

  onModuleInit(): void {
    this.registry.discover(this.options.requireHandlers ?? true);
    this.shutdown.register(ShutdownPhase.JobsStop, 'jobs', () => this.jobs.stop());
    this.metrics.gaugeBy('jobs_stored', 'Jobs by state', 'state', async () => ({ ...(await this.jobs.counts()) }));
  }

  /** A test runs the jobs of the inline driver by `drain`, or calls `start` itself. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.jobs instanceof InlineJobs || this.options.consume === false) return;
    await this.jobs.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.jobs.stop();
  }
}
