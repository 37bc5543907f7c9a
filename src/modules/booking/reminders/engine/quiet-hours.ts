import type { QuietHoursDto } from '../../catalog/index.js';
import { instantOf, minuteOf, wallMinuteOf, ZoneTable } from '../../engine/index.js';

const MINUTES_A_DAY = 1_440;

export interface QuietPeriod {
  readonly begin: Date;
  readonly end: Date;
}

/** The quiet hours of a company as a function of the instant. Around a change of the clock they are the longer ones. */
export class QuietHours {
  private readonly zone: ZoneTable;

  constructor(
    private readonly hours: QuietHoursDto | null,
    timeZone: string,
  ) {
    this.zone = ZoneTable.of(timeZone);
  }

  /** The quiet period that holds the instant; null if there is none. */
  at(instant: Date): QuietPeriod | null {
    if (!this.hours || this.hours.from === this.hours.to) return null;
    const minute = minuteOf(instant);
    const today = Math.floor((minute + this.zone.offsetAt(minute)) / MINUTES_A_DAY);
    for (const day of [today - 1, today]) {
      const period = this.beginningOn(day, this.hours);
      if (period.begin <= instant && instant < period.end) return period;
    }
    return null;
  }

  private beginningOn(day: number, hours: QuietHoursDto): QuietPeriod {
    const [from, to] = [wallMinuteOf(hours.from), wallMinuteOf(hours.to)];
    const begin = this.zone.firstAt(day * MINUTES_A_DAY + from);
    const end = this.zone.endBefore((to > from ? day : day + 1) * MINUTES_A_DAY + to);
    return { begin: instantOf(begin), end: instantOf(end) };
  }
}
