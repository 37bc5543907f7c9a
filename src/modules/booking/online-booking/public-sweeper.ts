import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { PublicHoldsRepository } from './public-holds.repository.js';

const SWEEP_INTERVAL_MS = 15 * 60_000;

/** Frees the space of what has run out; nothing waits for it, since everything that reads looks at the time. */
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
