import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type EventBody, GoogleCalendarApi } from '../api/google-calendar-api.js';
import type { GoogleEvent } from '../api/google-event.js';
import { GoogleAccessLost, isRefusal } from '../api/google-failures.js';
import type { PushedEvent } from '../schemas/pushed-event.schema.js';
import { toEventBody } from './event-body.js';
import { eventIdOf } from './event-id.js';
import { PushedEventsRepository } from './pushed-events.repository.js';
import type { StaffVisit } from './staff-visits.service.js';

const [DUPLICATE, GONE, NOT_FOUND, FORBIDDEN] = [409, 410, 404, 403];

/** Writes events of appointments to Google. Each call may be repeated: there is one event, or none. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly api: GoogleCalendarApi,
    private readonly rows: PushedEventsRepository,
  ) {}

  /** Makes the event, brings it back, or changes it. @param row made before, so that the event is known after a crash */
  async write(scope: CompanyScope, row: PushedEvent, { appointment, content }: StaffVisit): Promise<void> {
    const { calendar_id, appointment_id, staff_id, pushed_ver } = row;
    const id = eventIdOf({ appointment_id, staff_id });
    const { ver, time_zone, contact_id } = appointment;
    const owner = {
      companyId: scope.id,
      appointmentId: appointment_id.toHexString(),
      version: ver,
      timeZone: time_zone,
    };
    const body = toEventBody(content, owner);
    const written =
      pushed_ver === null
        ? await this.insert(scope, calendar_id, id, body)
        : await this.patch(scope, calendar_id, id, body);
    crashPoint('google_calendar.event_written');
    const remote_updated_at = written?.updatedAt ?? new Date();
    await this.rows.note(scope, row._id, { pushed: content, pushed_ver: ver, remote_updated_at, contact_id });
  }

  /** Deletes the event and its row. After a disconnect the event stays in Google. */
  async remove(scope: CompanyScope, { _id, calendar_id, appointment_id, staff_id }: PushedEvent): Promise<void> {
    try {
      await this.api.remove(scope, calendar_id, eventIdOf({ appointment_id, staff_id }));
    } catch (error) {
      const isTemporary = isRefusal(error, FORBIDDEN) && error.isTemporary;
      const isEnded = error instanceof GoogleAccessLost && error.isDisconnected;
      const isGone = isRefusal(error, GONE, NOT_FOUND, FORBIDDEN) || isEnded;
      if (!isGone || isTemporary) throw error;
    }
    await this.rows.drop(scope, _id);
  }

  private async insert(
    scope: CompanyScope,
    calendarId: string,
    id: string,
    body: EventBody,
  ): Promise<GoogleEvent | undefined> {
    try {
      return await this.api.insert(scope, calendarId, { id, ...body });
    } catch (error) {
      // An earlier try has made it, or it was deleted: a deleted id stays taken.
      if (!isRefusal(error, DUPLICATE)) throw error;
      return this.api.patch(scope, calendarId, id, body);
    }
  }

  private async patch(
    scope: CompanyScope,
    calendarId: string,
    id: string,
    body: EventBody,
  ): Promise<GoogleEvent | undefined> {
    try {
      return await this.api.patch(scope, calendarId, id, body);
    } catch (error) {
      if (!isRefusal(error, NOT_FOUND, GONE)) throw error;
      return this.api.insert(scope, calendarId, { id, ...body });
    }
  }
}
