import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { PublicHoldsRepository } from './public-holds.repository.js';

const SWEEP_INTERVAL_MS = 15 * 60_000;

/** Deletes expired documents to save space. Readers check the expiry themselves. */
@Injectable()
export class PublicSweeper {
  constructor(
    private readonly holds: PublicHoldsRepository,
    private readonly checks: ContactChecksRepository,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    await Promise.all([this.holds.purge(), this.checks.purge()]);
  }
}
