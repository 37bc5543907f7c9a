import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FlowVersionsRepository } from './flow-versions.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Longer than the runs of a deleted flow are kept, because each run is drawn on its version. */
export const KEEP_VERSIONS_MS = 100 * DAY_MS;

/** Deletes the versions of flows that were deleted long ago. Any number of processes may run it. */
@Injectable()
export class VersionRetention {
  constructor(private readonly versions: FlowVersionsRepository) {}

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    for (let count = 1; count > 0;) count = await this.versions.purge(new Date(now - KEEP_VERSIONS_MS));
  }
}
