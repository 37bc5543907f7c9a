import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { defineJob, JobHandler, Jobs } from '../../../core/jobs/index.js';
import { LockoutService } from './lockout.service.js';
import { RegistrationService } from './registration.service.js';
import { SessionsService } from './sessions.service.js';

const FINISH_REGISTRATIONS_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;

export const FinishRegistrations = defineJob('auth.finish-registrations');
export const PurgeSessions = defineJob('auth.sweep-sessions');

/** Finishes registrations after a crash and deletes expired rows. */
@Injectable()
export class AuthJobScheduler implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly registrations: RegistrationService,
    private readonly sessions: SessionsService,
    private readonly lockout: LockoutService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(FinishRegistrations, FINISH_REGISTRATIONS_EVERY_MS);
    await this.jobs.every(PurgeSessions, SWEEP_EVERY_MS);
  }

  @JobHandler(FinishRegistrations)
  async finishRegistrations(): Promise<void> {
    await this.registrations.sweep();
  }

  @JobHandler(PurgeSessions)
  async purgeSessions(): Promise<void> {
    await this.sessions.purge();
    await this.lockout.purge();
  }
}
