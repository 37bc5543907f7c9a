import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppError } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../../reservations/index.js';
import { BookingService } from './booking.service.js';

const SWEEP_INTERVAL_MS = 30_000;
const SWEEP_LOCK = 'booking-requests:sweep';
const SWEEP_BATCH = 200;
export const REQUEST_EXPIRED = 'REQUEST_EXPIRED';

/** Cancels appointments that nobody approved in time. */
@Injectable()
export class RequestExpirySweeper {
  private readonly logger = new Logger(RequestExpirySweeper.name);

  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly locks: KeyedLocks,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock(SWEEP_LOCK, async () => {
      for (const { company_id, _id, ver } of await this.appointments.findExpiredRequests(now, SWEEP_BATCH))
        await this.booking
          .cancel(CompanyScope.of(company_id), { channel: 'staff' }, _id, REQUEST_EXPIRED, ver)
          .catch((error: unknown) => {
            // Somebody changed it in the meantime, for example approved it.
            if (!(error instanceof AppError)) this.logger.warn(`request ${_id.toHexString()} could not expire`, error);
          });
    });
  }
}
