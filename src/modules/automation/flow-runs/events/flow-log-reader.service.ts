import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import pLimit from 'p-limit';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { type LoggedEvent, RealtimeEventsRepository } from '../../../../core/realtime/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { FlowCursorsRepository } from '../flow-cursors.repository.js';
import type { FlowCursor } from '../schemas/flow-cursor.schema.js';
import { AppointmentEvents } from './appointment-events.service.js';
import { FailedMessages } from './failed-messages.service.js';
import { FlowInterests } from './flow-interests.service.js';
import { MissedMessages } from './missed-messages.service.js';

const SWEEP_INTERVAL_MS = 5_000;
const PAGE = 200;
const BATCH = 100;
const COMPANIES_AT_ONCE = 10;
/** The rest of a long log is read in the next sweeps, so that other companies have their turn. */
const MAX_BATCHES = 20;

/**
 * Reads the event log of the companies that have flows. It brings the events of appointments, and the messages that a
 * process could not hand over before it died.
 */
@Injectable()
export class FlowLogReader implements OnModuleDestroy {
  private readonly logger = new Logger(FlowLogReader.name);
  private readonly share = pLimit(COMPANIES_AT_ONCE);
  private readonly reads = new Set<Promise<unknown>>();
  private isSweeping = false;
  private isStopping = false;

  constructor(
    private readonly log: RealtimeEventsRepository,
    private readonly cursors: FlowCursorsRepository,
    private readonly locks: KeyedLocks,
    private readonly interests: FlowInterests,
    private readonly appointments: AppointmentEvents,
    private readonly messages: MissedMessages,
    private readonly failed: FailedMessages,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await Promise.allSettled(this.reads);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    if (this.isSweeping || this.isStopping) return;
    this.isSweeping = true;
    try {
      let last: Types.ObjectId | undefined;
      for (;;) {
        const page = await this.cursors.after(last, PAGE);
        await this.share.map(page, (cursor) => this.lookAt(CompanyScope.of(cursor.company_id), cursor));
        last = page.at(-1)?._id;
        if (page.length < PAGE || this.isStopping) return;
      }
    } finally {
      this.isSweeping = false;
    }
  }

  /** Stores the work of new events, unless another process does it. */
  async read(scope: CompanyScope): Promise<void> {
    if (this.isStopping) return;
    const read = this.readNew(scope);
    this.reads.add(read);
    await read.finally(() => this.reads.delete(read));
  }

  private async readNew(scope: CompanyScope): Promise<void> {
    await this.locks.tryWithLock(`flow-log:${scope.id}`, async ({ signal }) => {
      for (let batch = 0; batch < MAX_BATCHES && !signal.aborted && !this.isStopping; batch++) {
        const cursor = await this.cursors.current(scope);
        const events = cursor ? await this.log.after(scope, cursor.seq, BATCH) : [];
        const last = events.at(-1);
        if (!cursor || !last) return;
        await this.store(scope, cursor, events);
        await this.cursors.advance(scope, cursor, last.seq);
        crashPoint('flow.read');
      }
    });
  }

  private async lookAt(scope: CompanyScope, cursor: FlowCursor): Promise<void> {
    try {
      if ((await this.log.latestSeq(scope)) > cursor.seq) await this.read(scope);
      else await this.interests.endIfIdle(scope, cursor);
    } catch (error) {
      this.logger.error(`could not read the events of company ${scope.id} for its flows`, error);
    }
  }

  private async store(scope: CompanyScope, { since }: FlowCursor, events: readonly LoggedEvent[]): Promise<void> {
    await this.messages.store(scope, events, since);
    await this.failed.store(scope, events, since);
    for (const event of events) await this.appointments.store(scope, event, since);
  }
}
