import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { type DuePayment, PaymentsRepository } from '../payments.repository.js';
import { RETRY_AFTER_MS } from './due-times.js';
import { PaymentUpkeep } from './payment-upkeep.service.js';

const POLL_INTERVAL_MS = 30_000;
const BATCH = 100;
const AT_ONCE = 5;

/** Asks the provider about payments whose events may be lost, and finishes what a crash left. */
@Injectable()
export class PaymentPoller {
  private readonly logger = new Logger(PaymentPoller.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly upkeep: PaymentUpkeep,
    private readonly locks: KeyedLocks,
  ) {}

  @Interval(POLL_INTERVAL_MS)
  async poll(now = new Date()): Promise<void> {
    await this.locks.tryWithLock('payments:poll', async ({ signal }) => {
      const due = await this.payments.due(now, BATCH);
      for (let from = 0; from < due.length && !signal.aborted; from += AT_ONCE) {
        await Promise.all(due.slice(from, from + AT_ONCE).map((one) => this.follow(one)));
      }
    });
  }

  /** One payment that fails must not hold up the others. */
  private async follow({ _id, company_id }: DuePayment): Promise<void> {
    const scope = CompanyScope.of(company_id);
    try {
      await this.upkeep.follow(scope, _id);
    } catch (error) {
      this.logger.warn(`payment ${_id.toHexString()} is left to a later poll: ${String(error)}`);
      const later = new Date(Date.now() + RETRY_AFTER_MS);
      await this.payments.postpone(scope, _id, later).catch(() => undefined);
    }
  }
}
