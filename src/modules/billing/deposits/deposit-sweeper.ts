import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Types } from 'mongoose';
import pLimit from 'p-limit';
import { EventBus } from '../../../core/events/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../core/shutdown/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type Payment, PaymentFollowers } from '../payments/index.js';
import { DepositSettler } from './deposit-settler.service.js';
import { DepositsRepository } from './deposits.repository.js';

const SWEEP_INTERVAL_MS = 15_000;
const BATCH = 200;
const AT_ONCE = 5;

/** Settles deposits as soon as their payment or appointment changes, and those that a crash has left. */
@Injectable()
export class DepositSweeper implements OnModuleInit {
  private readonly logger = new Logger(DepositSweeper.name);
  private readonly running = new Set<Promise<void>>();
  private readonly limit = pLimit(AT_ONCE);

  constructor(
    private readonly deposits: DepositsRepository,
    private readonly settler: DepositSettler,
    private readonly followers: PaymentFollowers,
    private readonly bus: EventBus,
    private readonly locks: KeyedLocks,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'deposits', () => this.idle());
    this.followers.register((scope, payment) => this.afterPayment(scope, payment));
    this.bus.on('appointment.cancelled', async ({ companyId, appointmentId }) => {
      const id = new Types.ObjectId(appointmentId);
      await this.wake(CompanyScope.of(companyId), { $or: [{ _id: id }, { booked_id: id }] });
    });
  }

  /** Resolves when no deposit is being settled. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock('deposits:sweep', async () => {
      const due = await this.deposits.due(now, BATCH);
      await Promise.all(due.map(({ _id, company_id }) => this.start(CompanyScope.of(company_id), _id)));
    });
  }

  private async afterPayment(scope: CompanyScope, { _id, is_deposit }: Payment): Promise<void> {
    if (is_deposit) await this.wake(scope, { payment_id: _id });
  }

  /** Not awaited beyond the mark: the caller may hold the lock of the payment. */
  private async wake(scope: CompanyScope, which: Parameters<DepositsRepository['markDue']>[1]): Promise<void> {
    const id = await this.deposits.markDue(scope, which);
    if (id) void this.start(scope, id);
  }

  /** Never throws. */
  private start(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const work = this.limit(() => this.settler.settle(scope, id))
      .catch((error: unknown) => this.logger.warn(`deposit ${id.toHexString()} is left to the sweep: ${String(error)}`))
      .finally(() => this.running.delete(work));
    this.running.add(work);
    return work;
  }
}
