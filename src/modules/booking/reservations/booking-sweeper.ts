import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ReservationsService } from './reservations.service.js';
import { MongoBookingStore } from './mongo-booking-store.js';

const SWEEP_INTERVAL_MS = 30_000;
export const SWEEP_LOCK = 'bookings:sweep';
const SWEEP_BATCH = 200;
const PARALLEL_BOOKINGS = 10;
/** Ends a sweep whose bookings cannot be finished now. */
const MAX_BATCHES = 50;

/** Ends expired bookings, finishes interrupted work and deletes old claims. Correctness does not depend on it. */
@Injectable()
export class BookingSweeper implements OnApplicationBootstrap {
  private readonly logger = new Logger(BookingSweeper.name);

  constructor(
    private readonly store: MongoBookingStore,
    private readonly bookings: ReservationsService,
    private readonly locks: KeyedLocks,
  ) {}

  /** Not awaited: a sweep can take long after a stop or a migration. */
  onApplicationBootstrap(): void {
    void this.sweep().catch((error: unknown) => this.logger.warn('could not sweep', error));
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock(SWEEP_LOCK, async ({ signal }) => {
      for (let batch = 0; batch < MAX_BATCHES && !signal.aborted; batch++) {
        const due = await this.store.due(now, SWEEP_BATCH);
        for (let from = 0; from < due.length; from += PARALLEL_BOOKINGS) {
          const some = due.slice(from, from + PARALLEL_BOOKINGS);
          await Promise.all(some.map((one) => this.bookings.finishOverdue(CompanyScope.of(one.company_id), one)));
        }
        if (due.length < SWEEP_BATCH) return;
      }
    });
  }
}
