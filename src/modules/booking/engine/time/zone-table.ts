/**
 * The UTC offsets of a time zone as a table of transitions. `Intl` is used only while the table grows. Instants are UTC minutes since 1970;
 * local minutes are counted the same way.
 */
const MINUTES_A_DAY = 1_440;
const MS_A_MINUTE = 60_000;
/** No zone has changed its offset twice within this time since 1970. */
const PROBE_MINUTES = 3 * MINUTES_A_DAY;
/** Offsets lie between -12 h and +14 h. */
const OFFSET_REACH = MINUTES_A_DAY;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

const tables = new Map<string, ZoneTable>();

export class ZoneTable {
  /** `offsets[i]` holds from `starts[i]` until `starts[i + 1]`. */
  private starts: number[] = [];
  private offsets: number[] = [];
  private builtFrom = 0;
  private builtTo = 0;
  private readonly format: Intl.DateTimeFormat;
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  }

  /** @throws RangeError for an unknown time zone */
  static of(name: string): ZoneTable {
    let table = tables.get(name);
    if (!table) tables.set(name, (table = new ZoneTable(name)));
    return table;
  }

  offsetAt(utcMinute: number): number {
    this.cover(utcMinute, utcMinute);
    return this.offsets[this.segmentAt(utcMinute)]!;
  }

  /** The first instant with local time `local` or later: the end of a skipped hour, the first of two in an overlap. */
  firstAt(local: number): number {
    this.cover(local - OFFSET_REACH, local + OFFSET_REACH);
    const { starts, offsets } = this;
    let segment = this.segmentAt(local - OFFSET_REACH);
    while (segment + 1 < starts.length && starts[segment + 1]! + offsets[segment]! <= local) segment++;
    return Math.max(starts[segment]!, local - offsets[segment]!);
  }

  /** The end of the last instant before local time `local`: the later of two in an overlap. */
  endBefore(local: number): number {
    this.cover(local - OFFSET_REACH, local + OFFSET_REACH);
    const { starts, offsets } = this;
    let segment = this.segmentAt(local + OFFSET_REACH);
    while (segment > 0 && starts[segment]! + offsets[segment]! >= local) segment--;
    const end = local - offsets[segment]!;
    return segment + 1 < starts.length ? Math.min(starts[segment + 1]!, end) : end;
  }

  eachStretch(from: number, to: number, visit: (from: number, to: number, offset: number) => void): void {
    this.cover(from, to);
    for (let segment = this.segmentAt(from); segment < this.starts.length; segment++) {
      const start = Math.max(from, this.starts[segment]!);
      if (start >= to) return;
      visit(start, Math.min(to, this.starts[segment + 1] ?? to), this.offsets[segment]!);
    }
  }

  private segmentAt(utcMinute: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= utcMinute) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private cover(from: number, to: number): void {
    if (from >= this.builtFrom && to < this.builtTo) return;
    const builtFrom = Math.min(startOfYear(yearOf(from)), this.builtTo > 0 ? this.builtFrom : Infinity);
    const builtTo = Math.max(startOfYear(yearOf(to) + 1), this.builtTo);
    if (builtFrom === this.builtFrom && builtTo === this.builtTo) return;
    this.build(builtFrom, builtTo);
  }

  private build(from: number, to: number): void {
    const starts = [from];
    const offsets = [this.probe(from)];
    for (let minute = from; minute < to; minute += PROBE_MINUTES) {
      const next = Math.min(to, minute + PROBE_MINUTES);
      const offset = this.probe(next);
      if (offset === offsets[offsets.length - 1]) continue;
      starts.push(this.bisect(minute, next, offset));
      offsets.push(offset);
    }
    this.starts = starts;
    this.offsets = offsets;
    this.builtFrom = from;
    this.builtTo = to;
  }

  /** The first minute of (before, after] that has `offset`. */
  private bisect(before: number, after: number, offset: number): number {
    let low = before;
    let high = after;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.probe(middle) === offset) high = middle;
      else low = middle;
    }
    return high;
  }

  private probe(utcMinute: number): number {
    const text = this.format.format(utcMinute * MS_A_MINUTE);
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(text) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  }
}

/** Other years use the nearest known offset. */
const yearOf = (utcMinute: number): number =>
  Math.min(LAST_YEAR, Math.max(FIRST_YEAR, new Date(utcMinute * MS_A_MINUTE).getUTCFullYear()));
const startOfYear = (year: number): number => Date.UTC(year, 0, 1) / MS_A_MINUTE;
