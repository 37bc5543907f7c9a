import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ExternalBusyTimesRepository } from '../../../booking/calendar/index.js';
import type { GoogleConflictDto } from '../dto/google-calendar.dto.js';
import { PushedEventsRepository } from '../push/pushed-events.repository.js';
import { type StaffVisit, StaffVisits } from '../push/staff-visits.service.js';

const DAY_MS = 86_400_000;
const MAX_BUSY_TIMES = 5_000;
/** A refused change is shown for this long. */
const REFUSED_SHOWN_MS = 7 * DAY_MS;

/**
 * Finds what PetBuddy and Google disagree about. Overlaps are computed when somebody asks, so none is missing and none
 * is shown after it has ended.
 */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly busyTimes: ExternalBusyTimesRepository,
    private readonly events: PushedEventsRepository,
    private readonly visits: StaffVisits,
  ) {}

  /** By start; future ones. */
  async list(scope: CompanyScope): Promise<GoogleConflictDto[]> {
    const now = new Date();
    const [overlaps, refusals] = await Promise.all([this.overlaps(scope, now), this.refusals(scope, now)]);
    return [...overlaps, ...refusals].sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
  }

  /** A constant number of queries for each person. */
  private async overlaps(scope: CompanyScope, now: Date): Promise<GoogleConflictDto[]> {
    const busy = await this.busyTimes.after(scope, now, MAX_BUSY_TIMES);
    const byStaff = Map.groupBy(busy, ({ staff_id }) => staff_id.toHexString());
    const found = await Promise.all(
      [...byStaff.values()].map(async (times) => {
        const [first] = times;
        const visits = first ? await this.visits.after(scope, first.staff_id, now) : [];
        return times.flatMap(({ _id, staff_id, starts_at, ends_at, title, created_at }) => {
          const hit = visits.filter(({ content }) => content.starts_at < ends_at && content.ends_at > starts_at);
          if (hit.length === 0) return [];
          const ids = { _id: _id.toHexString(), staff_id: staff_id.toHexString() };
          return [{ ...ids, starts_at, ends_at, title, appointment_ids: hit.map(idOf), created_at }];
        });
      }),
    );
    return found.flat();
  }

  private async refusals(scope: CompanyScope, now: Date): Promise<GoogleConflictDto[]> {
    const rows = await this.events.refusedAfter(scope, new Date(now.getTime() - REFUSED_SHOWN_MS));
    return rows.flatMap(({ _id, staff_id, appointment_id, pushed, refused }) =>
      refused === null
        ? []
        : {
            ...{ _id: _id.toHexString(), staff_id: staff_id.toHexString(), title: pushed?.title ?? null },
            ...{ starts_at: refused.starts_at, ends_at: refused.ends_at, created_at: refused.at },
            appointment_ids: [appointment_id.toHexString()],
          },
    );
  }
}

const idOf = ({ appointment }: StaffVisit): string => appointment._id.toHexString();
