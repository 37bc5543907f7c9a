import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Types } from 'mongoose';
import pLimit from 'p-limit';
import { objectOf, textOf } from '../../../../core/json/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ASAAS_EVENTS } from '../asaas/asaas-events.js';
import { PaymentsRepository } from '../payments.repository.js';
import { PaymentUpkeep } from '../provider/payment-upkeep.service.js';
import type { Payment } from '../schemas/payment.schema.js';
import type { PaymentEvent } from './payment-event.schema.js';
import { PaymentEventsRepository } from './payment-events.repository.js';

const SWEEP_INTERVAL_MS = 30_000;
/** Younger events are still being worked on by the process that took them. */
const SWEEP_AFTER_MS = 30_000;
const BATCH = 200;
/** A provider that is slow must not keep thousands of requests open. */
const AT_ONCE = 20;
const KEEP_MS = 30 * 86_400_000;

/**
 * Works on stored events. An event only says that a payment has changed: the payment is read from the provider, so
 * events may come twice, late and in any order.
 */
@Injectable()
export class PaymentEventsService implements OnModuleInit {
  private readonly logger = new Logger(PaymentEventsService.name);
  private readonly running = new Set<Promise<void>>();
  private readonly limit = pLimit(AT_ONCE);

  constructor(
    private readonly events: PaymentEventsRepository,
    private readonly payments: PaymentsRepository,
    private readonly upkeep: PaymentUpkeep,
    private readonly locks: KeyedLocks,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'payment events', () => this.idle());
  }

  /** Begins the work without waiting for it. */
  start(event: PaymentEvent): void {
    const work = this.limit(() => this.handle(event)).finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Resolves when no event is being worked on. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Finds the events of crashed processes, and deletes old ones. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = Date.now()): Promise<void> {
    await this.locks.tryWithLock('payment-events:sweep', async () => {
      await this.limit.map(await this.events.waiting(new Date(now - SWEEP_AFTER_MS), BATCH), (event) =>
        this.handle(event),
      );
      await this.events.purge(new Date(now - KEEP_MS));
    });
  }

  /** Never throws: an event that fails stays for the sweep. */
  private async handle(event: PaymentEvent): Promise<void> {
    const scope = CompanyScope.of(event.company_id);
    try {
      const remote = objectOf(event.body['payment']);
      const payment = ASAAS_EVENTS.includes(event.event) ? await this.find(scope, remote) : null;
      if (!payment) {
        this.logger.log({ message: 'event of the payment provider ignored', event: event.event, companyId: scope.id });
        return await this.events.settle(scope, event._id, 'ignored');
      }
      const providerId = textOf(remote['id']);
      await this.upkeep.follow(scope, payment._id, providerId === undefined ? {} : { providerId });
      await this.events.settle(scope, event._id, 'done');
    } catch (error) {
      this.logger.error(`event ${event._id.toHexString()} of the payment provider waits`, error);
    }
  }

  private find(scope: CompanyScope, remote: Record<string, unknown>): Promise<Payment | null> {
    const reference = textOf(remote['externalReference']) ?? '';
    if (/^[0-9a-f]{24}$/.test(reference)) return this.payments.findById(scope, new Types.ObjectId(reference));
    return this.payments.byProviderId(scope, textOf(remote['id']) ?? '');
  }
}
