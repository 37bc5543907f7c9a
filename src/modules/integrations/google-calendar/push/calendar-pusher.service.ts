import { Injectable, Logger } from '@nestjs/common';
import { GoogleRefusal } from '../api/google-failures.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { ActiveLink } from '../links/calendar-links.repository.js';
import type { CalendarLink, Direction } from '../schemas/calendar-link.schema.js';
import type { PushedEvent } from '../schemas/pushed-event.schema.js';
import { isSameContent } from './event-body.js';
import { EventWriter } from './event-writer.service.js';
import { PushedEventsRepository } from './pushed-events.repository.js';
import { PUSHED_PAST_DAYS, type StaffVisit, StaffVisits } from './staff-visits.service.js';

const DAY_MS = 86_400_000;

/** What a run has to do for one person. */
interface Work {
  readonly write: readonly StaffVisit[];
  readonly remove: readonly PushedEvent[];
}

/** Makes the events of a calendar equal to the appointments of its person. */
@Injectable()
export class CalendarPusher {
  private readonly logger = new Logger(CalendarPusher.name);

  constructor(
    private readonly visits: StaffVisits,
    private readonly rows: PushedEventsRepository,
    private readonly writer: EventWriter,
  ) {}

  /**
   * Compares all appointments with what was written, so it does not matter which events were lost.
   * @returns the first event that Google refuses for good, after all others were tried
   */
  async push(scope: CompanyScope, link: ActiveLink, signal: AbortSignal): Promise<GoogleRefusal | undefined> {
    const { write, remove } = await this.workOf(scope, link);
    let first: GoogleRefusal | undefined;
    for (const task of [
      ...write.map((visit) => () => this.write(scope, link, visit)),
      ...remove.map((row) => () => this.writer.remove(scope, row)),
    ]) {
      if (signal.aborted) break;
      await task().catch((error: unknown) => {
        // One event that Google refuses must not hold up the others; a pause that Google asks for must.
        if (!(error instanceof GoogleRefusal) || error.isTemporary) throw error;
        this.logger.warn({ message: 'event refused by Google', companyId: scope.id, reason: error.reason });
        first ??= error;
      });
    }
    return first;
  }

  /** Deletes events of the person that are in another calendar, or that the direction does not allow. */
  async clear(
    scope: CompanyScope,
    { staff_id, calendar_id, direction }: Pick<CalendarLink, 'staff_id' | 'calendar_id'> & { direction: Direction },
  ): Promise<void> {
    for (const row of await this.rows.ofStaff(scope, staff_id))
      if (row.calendar_id !== calendar_id || direction === 'pull') await this.writer.remove(scope, row);
  }

  private async workOf(scope: CompanyScope, { staff_id }: ActiveLink): Promise<Work> {
    const since = new Date(Date.now() - PUSHED_PAST_DAYS * DAY_MS);
    const [visits, rows] = await Promise.all([
      this.visits.after(scope, staff_id, since),
      this.rows.ofStaff(scope, staff_id),
    ]);
    const known = new Map(rows.map((row) => [row.appointment_id.toHexString(), row]));
    const current = new Set(visits.map(({ appointment }) => appointment._id.toHexString()));
    const left = rows.filter(
      ({ appointment_id, pushed }) =>
        !current.has(appointment_id.toHexString()) && (pushed === null || pushed.ends_at > since),
    );
    const past = await this.visits.among(
      scope,
      staff_id,
      left.map(({ appointment_id }) => appointment_id),
    );
    const alive = new Set(past.map(({ appointment }) => appointment._id.toHexString()));
    const isStale = ({ appointment, content }: StaffVisit): boolean => {
      const row = known.get(appointment._id.toHexString());
      return !row || !isSameContent(row.pushed, content) || !isSameContact(row, appointment);
    };
    return {
      write: [...visits, ...past].filter(isStale),
      remove: left.filter(({ appointment_id }) => !alive.has(appointment_id.toHexString())),
    };
  }

  private async write(scope: CompanyScope, { calendar_id, staff_id }: ActiveLink, visit: StaffVisit): Promise<void> {
    const { _id: appointment_id, contact_id } = visit.appointment;
    const row = await this.rows.ensure(scope, { appointment_id, staff_id, calendar_id, contact_id });
    await this.writer.write(scope, row, visit);
  }
}

function isSameContact({ contact_id }: PushedEvent, appointment: { contact_id: PushedEvent['contact_id'] }): boolean {
  return String(contact_id) === String(appointment.contact_id);
}
