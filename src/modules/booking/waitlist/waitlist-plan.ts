import type { CatalogSnapshot } from '../catalog/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { Slot } from '../engine/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { fits, type WallTime, wallTimeOf } from './waitlist-ranking.js';

interface PlannedSlot extends WallTime {
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** Who can still do it; null where nobody needs to. */
  staff: string[] | null;
}

/** The free times of one kind of visit. One search answers all entries that wait for it. */
export class WaitlistPlan {
  private slots: PlannedSlot[];

  constructor(
    { time_zone }: CatalogSnapshot,
    found: readonly Slot[],
    private readonly isStay: boolean,
  ) {
    this.slots = found.map((slot) => ({
      ...wallTimeOf(slot, time_zone),
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      staff: slot.staff_ids.length > 0 ? [...slot.staff_ids] : null,
    }));
  }

  /** The earliest free start within the windows of an entry that it has not passed. */
  firstFor({ windows, passed }: Pick<WaitlistEntry, 'windows' | 'passed'>): Date | undefined {
    const isPassed = new Set(passed.map((start) => start.getTime()));
    const slot = this.slots.find(
      (one) => !isPassed.has(one.starts_at.getTime()) && windows.some((window) => fits(window, one, this.isStay)),
    );
    return slot?.starts_at;
  }

  /** The start cannot be had after all. */
  remove(start: Date): void {
    this.slots = this.slots.filter(({ starts_at }) => starts_at.getTime() !== start.getTime());
  }

  /** Whoever works on a visit is not free at the same time. */
  take({ starts_at, ends_at, staff_ids }: StoredBooking): void {
    const busy = new Set(staff_ids.map((id) => id.toHexString()));
    for (const slot of this.slots)
      if (slot.staff && slot.starts_at < ends_at && slot.ends_at > starts_at)
        slot.staff = slot.staff.filter((id) => !busy.has(id));
    this.slots = this.slots.filter(({ staff }) => staff === null || staff.length > 0);
  }
}
