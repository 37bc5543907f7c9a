import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentChangesService, type BookingActor } from '../../../booking/appointments/index.js';
import type { GoogleEvent } from '../api/google-event.js';
import { GoogleConnectionsRepository } from '../connection/google-connections.repository.js';
import type { ActiveLink } from '../links/calendar-links.repository.js';
import { isSameContent, isSameTime } from '../push/event-body.js';
import type { EventPair } from '../push/event-id.js';
import { PushedEventsRepository } from '../push/pushed-events.repository.js';
import { type StaffVisit, StaffVisits } from '../push/staff-visits.service.js';
import type { EventContent, PushedEvent } from '../schemas/pushed-event.schema.js';
import { periodOf } from './busy-events.js';

const MINUTE_MS = 60_000;
const SERVER_ERROR = 500;
/** Somebody else changed the appointment meanwhile; the next run judges anew. */
const RETRIED = ['VERSION_MISMATCH', 'CONCURRENT_CHANGE'];
const ACTOR: BookingActor = { channel: 'staff', source: 'staff' };

type Times = Pick<EventContent, 'starts_at' | 'ends_at'>;

/** Decides about changes of our events that people have made in Google. The push that follows puts back the rest. */
@Injectable()
export class OwnEvents {
  constructor(
    private readonly rows: PushedEventsRepository,
    private readonly visits: StaffVisits,
    private readonly changes: AppointmentChangesService,
    private readonly connections: GoogleConnectionsRepository,
  ) {}

  /** Repeatable. An appointment is never cancelled from Google. */
  async take(scope: CompanyScope, { calendar_id }: ActiveLink, event: GoogleEvent, pair: EventPair): Promise<void> {
    const row = await this.rows.ofPair(scope, pair);
    // Left by an earlier connection; with a row the push finds out whether the appointment still exists.
    if (!row) {
      if (!event.isCancelled) await this.rows.ensure(scope, { ...pair, calendar_id, contact_id: null });
      return;
    }
    if (isKnown(row, event)) return;
    const [visit] = await this.visits.among(scope, pair.staff_id, [pair.appointment_id]);
    if (!visit) return;
    const times = timesOf(event);
    const seen = times && !event.isCancelled ? { ...times, title: event.title ?? '' } : null;
    if (seen && isSameContent(seen, visit.content)) return this.noteSeen(scope, row, visit, event);
    // Our own newer change is still to be written.
    if (!isSameContent(row.pushed, visit.content)) return;
    const isMoved = !event.isCancelled && !(times && isSameTime(times, visit.content));
    const isAccepted = isMoved && (await this.connections.of(scope))?.edits === 'accept';
    if (isAccepted) return this.move(scope, row, visit, event);
    await this.rows.note(scope, row._id, { pushed: null });
  }

  /** The next push writes the event anew, which also ends a series that somebody has made of it. */
  async putBack(scope: CompanyScope, pair: EventPair): Promise<void> {
    const row = await this.rows.ofPair(scope, pair);
    if (row?.pushed) await this.rows.note(scope, row._id, { pushed: null });
  }

  private async move(scope: CompanyScope, row: PushedEvent, visit: StaffVisit, event: GoogleEvent): Promise<void> {
    try {
      await this.changes.change(scope, ACTOR, visit.appointment._id, changeTo(visit, timesOf(event)));
      await this.rows.note(scope, row._id, { refused: null });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= SERVER_ERROR || RETRIED.includes(error.code)) throw error;
      const wanted = periodOf(event, visit.appointment.time_zone);
      await this.rows.note(scope, row._id, { pushed: null, refused: wanted ? { ...wanted, at: new Date() } : null });
    }
  }

  private async noteSeen(scope: CompanyScope, row: PushedEvent, visit: StaffVisit, event: GoogleEvent): Promise<void> {
    const { content, appointment } = visit;
    const remote_updated_at = event.updatedAt ?? row.remote_updated_at;
    await this.rows.note(scope, row._id, { pushed: content, pushed_ver: appointment.ver, remote_updated_at });
  }
}

/** Whether the event is as we wrote it, or older. */
function isKnown({ remote_updated_at }: PushedEvent, { updatedAt }: GoogleEvent): boolean {
  return remote_updated_at !== null && updatedAt !== undefined && updatedAt <= remote_updated_at;
}

/** All-day events have no times that an appointment could take over. */
function timesOf({ start, end }: GoogleEvent): Times | undefined {
  if (!start || !end || !('instant' in start) || !('instant' in end)) return undefined;
  return { starts_at: start.instant, ends_at: end.instant };
}

/** Moves the whole visit by as much as the event was moved. @throws AppError for an all-day event */
function changeTo(
  { appointment, content }: StaffVisit,
  times: Times | undefined,
): Parameters<AppointmentChangesService['change']>[3] {
  if (!times) throw new AppError('NOT_A_TIME', 422, 'An appointment needs a start and an end');
  const shiftMs = times.starts_at.getTime() - content.starts_at.getTime();
  const lengthMs = times.ends_at.getTime() - times.starts_at.getTime();
  const hasLength = lengthMs === content.ends_at.getTime() - content.starts_at.getTime();
  return {
    starts_at: new Date(appointment.starts_at.getTime() + shiftMs),
    ...(hasLength ? {} : { duration_min: Math.round(lengthMs / MINUTE_MS) }),
    version: appointment.ver,
  };
}
