import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CatalogChanges } from '../versions/catalog-changes.js';
import {
  type BusyEvent,
  type ExternalCalendar,
  ExternalBusyTimesRepository,
} from './external-busy-times.repository.js';

/** Busy times from calendars of other services. Repeating a call changes nothing. */
@Injectable()
export class ExternalBusyTimesService {
  constructor(
    private readonly times: ExternalBusyTimesRepository,
    private readonly changes: CatalogChanges,
  ) {}

  /**
   * Takes over what has changed in a calendar.
   * @param reading names the reading, for {@link endReading}
   */
  async apply(
    scope: CompanyScope,
    calendar: ExternalCalendar,
    { busy, gone }: { busy: readonly BusyEvent[]; gone: readonly string[] },
    reading: string,
  ): Promise<void> {
    const before = await this.times.ofEvents(
      scope,
      calendar,
      busy.map(({ event_id }) => event_id),
    );
    await this.times.put(scope, calendar, busy, reading);
    const removed = await this.times.removeEvents(scope, calendar, gone);
    const isNew = busy.some(({ event_id, starts_at, ends_at }) => {
      const known = before.get(event_id);
      return known?.starts_at.getTime() !== starts_at.getTime() || known.ends_at.getTime() !== ends_at.getTime();
    });
    await this.publish(scope, removed + Number(isNew));
  }

  /** Ends a reading of the whole calendar: removes what it has not seen. */
  async endReading(scope: CompanyScope, calendar: ExternalCalendar, reading: string): Promise<void> {
    await this.publish(scope, await this.times.removeUnseen(scope, calendar, reading));
  }

  /** Removes times of the person from all calendars, except one. */
  async keepOnly(scope: CompanyScope, staffId: Types.ObjectId, calendarId?: string): Promise<void> {
    await this.publish(scope, await this.times.removeOtherCalendars(scope, staffId, calendarId));
  }

  async removeAll(scope: CompanyScope): Promise<void> {
    await this.publish(scope, await this.times.removeAll(scope));
  }

  private async publish(scope: CompanyScope, changed: number): Promise<void> {
    if (changed > 0) await this.changes.publishChange(scope);
  }
}
