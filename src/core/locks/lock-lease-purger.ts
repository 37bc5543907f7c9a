import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LockLeasesRepository } from './lock-leases.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;
/** Longer than any clock is set back, so that the first fence after a purge is not smaller than the last one before. */
const KEEP_MS = 24 * 60 * 60_000;

/** Deletes old leases: most keys hold the id of a document and are never locked again. Any number of processes may run it. */
@Injectable()
export class LockLeasePurger {
  constructor(private readonly leases: LockLeasesRepository) {}

  @Interval(PURGE_INTERVAL_MS)
  purge(now = Date.now()): Promise<number> {
    return this.leases.purge(new Date(now - KEEP_MS));
  }
}
