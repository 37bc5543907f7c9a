import { Injectable } from '@nestjs/common';
import type { RunStatus, StopReason } from '../../flow-core/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { stopRun } from './activation.js';
import type { Place } from './activations.service.js';
import { RunDriver } from './run-driver.service.js';

/** Ends a run because of something outside of its graph. */
@Injectable()
export class RunStopper {
  constructor(private readonly driver: RunDriver) {}

  /** Does nothing without an active run. @param seq the customer message that ends it */
  async stop(place: Place, run: FlowRun | null, reason: StopReason, seq?: number, status?: RunStatus): Promise<void> {
    if (!run?.active) return;
    stopRun(run, reason, status);
    if (seq !== undefined) run.handled_seq = Math.max(run.handled_seq, seq);
    run.fence = place.lease.fence;
    await this.driver.stop({ ...place, run });
  }
}
