import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { StaffDirectory } from '../../booking/calendar/index.js';
import type { GoogleCalendarEntry } from './api/google-calendar-api.js';
import { GoogleHttp } from './api/google-http.js';
import { GoogleAccount } from './connection/google-account.service.js';
import { GoogleConnectionsRepository } from './connection/google-connections.repository.js';
import type { GoogleCalendarDto, PutStaffCalendarDto } from './dto/google-calendar.dto.js';
import {
  calendarReadOnly,
  calendarUnknown,
  googleNeedsReconnect,
  googleNotConnected,
} from './google-calendar.errors.js';
import { CalendarLinksRepository } from './links/calendar-links.repository.js';
import { SyncRunner } from './links/sync-runner.service.js';
import type { EditMode } from './schemas/google-connection.schema.js';

const PRIMARY = 'primary';

/** The settings of Google Calendar of a company. */
@Injectable()
export class GoogleCalendarService {
  constructor(
    private readonly connections: GoogleConnectionsRepository,
    private readonly links: CalendarLinksRepository,
    private readonly http: GoogleHttp,
    private readonly account: GoogleAccount,
    private readonly staff: StaffDirectory,
    private readonly runner: SyncRunner,
  ) {}

  async get(scope: CompanyScope): Promise<GoogleCalendarDto> {
    const [connection, links] = await Promise.all([this.connections.of(scope), this.links.shown(scope)]);
    const { state = 'disconnected', account_email = null, error = null, edits = 'restore' } = connection ?? {};
    const staff = links.map(({ staff_id, calendar_id, calendar_name, direction, last_synced_at, error: problem }) => ({
      ...{ staff_id: staff_id.toHexString(), calendar_id, calendar_name, direction, last_synced_at, error: problem },
    }));
    return { is_configured: this.http.isConfigured, state, account_email, error, edits, staff };
  }

  async setEdits(scope: CompanyScope, edits: EditMode): Promise<GoogleCalendarDto> {
    const { _id } = await this.connections.ensure(scope);
    await this.connections.change(scope, _id, () => ({ edits }));
    return this.get(scope);
  }

  /** @throws AppError GOOGLE_NOT_CONNECTED | GOOGLE_NEEDS_RECONNECT | GOOGLE_UNAVAILABLE */
  async choices(scope: CompanyScope): Promise<GoogleCalendarEntry[]> {
    await this.assertConnected(scope);
    return this.account.calendars(scope);
  }

  /** @throws AppError NOT_FOUND for the person | CALENDAR_UNKNOWN | CALENDAR_READ_ONLY | those of {@link choices} */
  async link(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    { calendar_id, direction }: PutStaffCalendarDto,
  ): Promise<void> {
    await this.staff.assertAll(scope, [staffId]);
    const found = await this.choices(scope);
    // Stored by its real id, because `primary` means another calendar after another log-in.
    const chosen = found.find(({ id, is_primary }) => id === calendar_id || (is_primary && calendar_id === PRIMARY));
    if (!chosen) throw calendarUnknown();
    if (!chosen.can_write && direction !== 'pull') throw calendarReadOnly();
    const { id, name, time_zone } = chosen;
    await this.links.put(scope, staffId, { calendar_id: id, calendar_name: name, time_zone, direction });
    await this.runner.startAll(scope);
  }

  /** @throws AppError NOT_FOUND if the person has no calendar */
  async unlink(scope: CompanyScope, staffId: Types.ObjectId): Promise<void> {
    if ((await this.links.release(scope, staffId)) === 0) throw AppError.notFound('Calendar');
    await this.runner.startAll(scope);
  }

  /** Begins a run of each calendar, also of those that wait after a failure. @throws AppError GOOGLE_NOT_CONNECTED | GOOGLE_NEEDS_RECONNECT */
  async syncAll(scope: CompanyScope): Promise<void> {
    await this.assertConnected(scope);
    await this.links.wake(scope);
    await this.runner.startAll(scope);
  }

  private async assertConnected(scope: CompanyScope): Promise<void> {
    const connection = await this.connections.of(scope);
    if (connection?.state === 'needs_reconnect') throw googleNeedsReconnect();
    if (connection?.state !== 'connected') throw googleNotConnected();
  }
}
