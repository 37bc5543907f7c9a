import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import pLimit from 'p-limit';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../../../booking/reservations/index.js';
import { LiveFlows } from '../../flows/index.js';
import { FlowCursorsRepository } from '../flow-cursors.repository.js';
import { ThreadEvents } from './thread-events.service.js';

const SWEEP_INTERVAL_MS = 60_000;
const MINUTE_MS = 60_000;
/** An appointment counts as due for this long; if PetBuddy was stopped for longer, the flow does not start. */
const LATE_MS = 30 * MINUTE_MS;
const PAGE = 200;
const COMPANIES_AT_ONCE = 10;
const LOCK = 'flows:due-appointments';

interface DueTrigger {
  readonly flow_id: Types.ObjectId;
  readonly node_id: string;
  readonly minutes: number;
}

/** Finds appointments that reach the time before their start at which a flow begins. */
@Injectable()
export class DueAppointments {
  private readonly logger = new Logger(DueAppointments.name);

  private readonly share = pLimit(COMPANIES_AT_ONCE);

  constructor(
    private readonly locks: KeyedLocks,
    private readonly cursors: FlowCursorsRepository,
    private readonly flows: LiveFlows,
    private readonly appointments: AppointmentsRepository,
    private readonly threads: ThreadEvents,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock(LOCK, async ({ signal }) => {
      let last: Types.ObjectId | undefined;
      while (!signal.aborted) {
        const page = await this.cursors.after(last, PAGE);
        await this.share.map(page, ({ company_id, since }) => this.ofCompany(CompanyScope.of(company_id), since, now));
        last = page.at(-1)?._id;
        if (page.length < PAGE) return;
      }
    });
  }

  private async ofCompany(scope: CompanyScope, since: Date, now: Date): Promise<void> {
    try {
      for (const trigger of await this.triggersOf(scope)) await this.ofTrigger(scope, trigger, since, now);
    } catch (error) {
      this.logger.error(`could not look for due appointments of company ${scope.id}`, error);
    }
  }

  private async triggersOf(scope: CompanyScope): Promise<DueTrigger[]> {
    const live = await this.flows.liveOf(scope);
    return live.flatMap(({ _id: flow_id, triggers }) =>
      triggers
        .filter(({ data }) => data.kind === 'appointment_due')
        .map(({ id: node_id, data }) => ({ flow_id, node_id, minutes: data.minutes_before ?? 0 })),
    );
  }

  private async ofTrigger(scope: CompanyScope, trigger: DueTrigger, since: Date, now: Date): Promise<void> {
    const { flow_id, node_id, minutes } = trigger;
    const end = new Date(now.getTime() + minutes * MINUTE_MS + 1);
    const due = await this.appointments.startingBetween(scope, new Date(end.getTime() - LATE_MS), end);
    for (const { _id, contact_id, starts_at, state } of due) {
      if (!contact_id || state !== 'CONFIRMED') continue;
      // A moved appointment is due again, for its new time.
      const key = `due:${_id.toHexString()}:${starts_at.toISOString()}:${node_id}`;
      const of = { flow_id, node_id };
      // A reminder that had to wait for another run is wrong after the start.
      const until = new Date(Math.max(starts_at.getTime(), now.getTime() + LATE_MS));
      const event = { key, kind: 'appointment_due' as const, appointment_id: _id, of, until };
      await this.threads.add(scope, contact_id, event, since);
    }
  }
}
