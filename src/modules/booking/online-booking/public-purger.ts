import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { PublicHoldsRepository } from './public-holds.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;

/** Deletes expired documents to save space. Readers check the expiry themselves. */
@Injectable()
export class PublicPurger {
  constructor(
    private readonly holds: PublicHoldsRepository,
    private readonly checks: ContactChecksRepository,
  ) {}

  @Interval(PURGE_INTERVAL_MS)
  async purge(): Promise<void> {
    await Promise.all([this.holds.purge(), this.checks.purge()]);
  }
}
