import type { CatalogSnapshot } from '../catalog/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { Slot } from '../engine/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { fits, type WallTime, wallTimeOf } from './waitlist-ranking.js';

interface PlannedSlot extends WallTime {
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** Staff who can still do it; null if none are needed. */
  staff: string[] | null;
}

/** Free times of one kind of visit, shared by its entries. */
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

  firstFor({ windows, passed }: Pick<WaitlistEntry, 'windows' | 'passed'>): Date | undefined {
    const isPassed = new Set(passed.map((start) => start.getTime()));
    const slot = this.slots.find(
      (one) => !isPassed.has(one.starts_at.getTime()) && windows.some((window) => fits(window, one, this.isStay)),
    );
    return slot?.starts_at;
  }

  remove(start: Date): void {
    this.slots = this.slots.filter(({ starts_at }) => starts_at.getTime() !== start.getTime());
  }

  /** Staff of a new hold are busy at overlapping times. */
  take({ starts_at, ends_at, staff_ids }: StoredBooking): void {
    const busy = new Set(staff_ids.map((id) => id.toHexString()));
    for (const slot of this.slots)
      if (slot.staff && slot.starts_at < ends_at && slot.ends_at > starts_at)
        slot.staff = slot.staff.filter((id) => !busy.has(id));
    this.slots = this.slots.filter(({ staff }) => staff === null || staff.length > 0);
  }
}
