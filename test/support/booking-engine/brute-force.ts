/**
 * The first reference of the booking engine: every start is tried with everybody and everything, cell by cell in plain maps, on a
 * clock that is read from Intl. It shares nothing with the engine but the form of the rules.
 */
import type {
  BookingRules,
  Occupancy,
  PetRequest,
  QuotaRules,
  SearchQuery,
} from '../../../src/modules/booking/engine/index.js';
import { CELL_MS, DAY, openCells, range, wallOf } from './clock.js';
import { isBesideDeadGap, withoutDeadGaps } from './dead-gaps.js';
import {
  countsUnder,
  countTaken,
  matches,
  type Piece,
  type PlacedLine,
  placeLines,
  serviceOf,
  staffPieces,
  useOf,
} from './lines.js';
import { isOpen } from './opening.js';

export const STAGES = [
  'LEAD_TIME',
  'HORIZON',
  'CLOSED',
  'NOT_WORKING',
  'TIME_OFF',
  'STAFF_BUSY',
  'RESOURCE_BUSY',
  'QUOTA_FULL',
] as const;
export type Stage = (typeof STAGES)[number];

type Needed = { line: number; kind: 'lead' | 'unit'; key: string; pieces: Piece[] };
export class BruteForce {
  private readonly rules: BookingRules;
  private readonly taken: Occupancy;
  private readonly wall: (cell: number) => number;

  constructor(rules: BookingRules, taken: Occupancy) {
    this.rules = rules;
    this.taken = taken;
    this.wall = wallOf(rules.time_zone);
  }

  /** Start (ms) -> who can lead it, under the rules up to `stage`. */
  search(query: SearchQuery, stage: Stage = 'QUOTA_FULL'): Map<number, string[]> {
    const depth = STAGES.indexOf(stage);
    const found = new Map<number, string[]>();
    const lines = placeLines(this.rules, query);
    const first = Date.parse(query.from) / CELL_MS - 300;
    const last = Date.parse(query.to) / CELL_MS + 600;
    for (const cell of range(first, last)) {
      const day = Math.floor(this.wall(cell) / DAY);
      if (day < Date.parse(query.from) / 86_400_000 || day > Date.parse(query.to) / 86_400_000) continue;
      const step = Math.ceil((serviceOf(this.rules, query.service_id).step_min ?? 15) / 5) * 5;
      if ((this.wall(cell) % DAY) % step !== 0) continue;
      const staff = this.leadsAt(cell, lines, query, depth);
      if (staff) found.set(cell * CELL_MS, staff);
    }
    if (query.channel !== 'public' || depth < STAGES.length - 1) return found;
    const lead = lines.flatMap((line) => staffPieces(0, line, (staff) => staff === 'lead')).length > 0;
    return lead
      ? withoutDeadGaps(found, this.localDay, (id, start) => this.leavesDeadGap(id, start, lines, query))
      : found;
  }

  private readonly localDay = (start: number): number => Math.floor(this.wall(start / CELL_MS) / DAY);

  /** Beside all that the first lead's claims span. */
  private leavesDeadGap(staffId: string, start: number, lines: PlacedLine[], query: SearchQuery): boolean {
    const [lead] = this.needs(start / CELL_MS, lines, query, 3).filter(({ kind }) => kind === 'lead');
    const { least_gap_min: least } = this.rules.staff.find(({ id }) => id === staffId)!;
    const claimed = lead!.pieces.flatMap(({ claim }) => claim);
    return isBesideDeadGap(
      claimed,
      least,
      (cell) => this.works(staffId, cell, 4) && this.takenAt(`staff:${staffId}`, cell) === 0,
    );
  }

  private leadsAt(cell: number, lines: PlacedLine[], query: SearchQuery, depth: number): string[] | undefined {
    const service = serviceOf(this.rules, query.service_id);
    const notice = query.channel === 'staff' ? (service.staff_lead_time_min ?? 0) : (service.lead_time_min ?? 0);
    if (cell * CELL_MS < query.now.getTime() + notice * 60_000) return undefined;
    if (depth >= 1) {
      const days = query.channel === 'staff' ? (service.staff_horizon_days ?? 730) : (service.horizon_days ?? 60);
      const today = Math.floor(this.wall(Math.floor(query.now.getTime() / CELL_MS)) / DAY);
      if (Math.floor(this.wall(cell) / DAY) > today + days) return undefined;
    }
    const end = Math.max(...lines.map((line) => line.end));
    if (depth >= 2 && !isOpen(this.rules, cell, Math.ceil(end / 5))) return undefined;
    if (depth < 3) return [];
    const needs = this.needs(cell, lines, query, depth);
    const lead = needs.find(({ kind }) => kind === 'lead');
    const usage = new Map<string, number>();
    if (!lead) return this.match(needs, [], cell, lines, usage, depth) ? [] : undefined;
    const others = needs.filter((need) => need !== lead);
    const able = this.rules.staff.filter(
      ({ id }) =>
        (query.staff_id === undefined || query.staff_id === id) &&
        this.match([lead, ...others], [id], cell, lines, new Map(), depth),
    );
    return able.length > 0 ? able.map(({ id }) => id) : undefined;
  }

  /** Meets the needs in order; `fixed` says who must meet the first ones. */
  private match(
    needs: Needed[],
    fixed: string[],
    cell: number,
    lines: PlacedLine[],
    usage: Map<string, number>,
    depth: number,
    leads: string[] = [],
  ): boolean {
    const [need, ...rest] = needs;
    if (!need) return depth < 6 || this.poolsFit(cell, lines, usage, this.poolGroups(cell, lines));
    for (const bookable of this.bookablesFor(need, lines)) {
      if (fixed.length > 0 && bookable !== `staff:${fixed[0]}`) continue;
      if (need.kind === 'lead' && leads.includes(bookable)) continue;
      const mine = new Map(usage);
      if (!this.take(need, bookable, mine, depth)) continue;
      if (need.kind === 'lead' && depth >= 7 && !this.quotasAllow(need, bookable.slice(6), cell, lines)) continue;
      const nowLeads = need.kind === 'lead' ? [...leads, bookable] : leads;
      if (this.match(rest, fixed.slice(1), cell, lines, mine, depth, nowLeads)) return true;
    }
    return false;
  }

  private take(need: Needed, bookable: string, usage: Map<string, number>, depth: number): boolean {
    const isStaff = bookable.startsWith('staff:');
    for (const { work, claim } of need.pieces) {
      if (isStaff && !work.every((cell) => this.works(bookable.slice(6), cell, depth))) return false;
      for (const cell of claim) {
        const used = usage.get(`${bookable}|${cell}`) ?? 0;
        const before = isStaff && depth < 5 ? 0 : this.takenAt(bookable, cell);
        if (used + before > 0) return false;
        usage.set(`${bookable}|${cell}`, 1);
      }
    }
    return true;
  }

  private poolGroups(cell: number, lines: PlacedLine[]): { bookables: string[]; cells: number[] }[] {
    const groups = new Map<string, { bookables: string[]; cells: number[] }>();
    for (const type of this.rules.resource_types ?? [])
      for (const line of type.kind === 'pool' ? lines : []) {
        const cells = useOf(this.rules, cell, line, type.id).flat();
        if (cells.length === 0) continue;
        const bookables = this.fitting(type.id, line.pet).map(({ id }) => `pool:${id}`);
        const key = [type.id, ...bookables].join();
        groups.set(key, { bookables, cells: [...(groups.get(key)?.cells ?? []), ...cells] });
      }
    return [...groups.values()];
  }

  private poolsFit(
    cell: number,
    lines: PlacedLine[],
    usage: Map<string, number>,
    groups: { bookables: string[]; cells: number[] }[],
  ): boolean {
    const [group, ...rest] = groups;
    if (!group) return true;
    return group.bookables.some((bookable) => {
      const mine = new Map(usage);
      const capacity = this.rules.resources?.find(({ id }) => `pool:${id}` === bookable)?.capacity ?? 1;
      for (const used of group.cells) mine.set(`${bookable}|${used}`, (mine.get(`${bookable}|${used}`) ?? 0) + 1);
      const fits = group.cells.every(
        (used) => mine.get(`${bookable}|${used}`)! + this.takenAt(bookable, used) <= capacity,
      );
      return fits && this.poolsFit(cell, lines, mine, rest);
    });
  }

  private quotasAllow(need: Needed, staffId: string, cell: number, lines: PlacedLine[]): boolean {
    return this.quotaHolds('staff', staffId, cell, ledBy(need, lines));
  }

  quotaHolds(scope: QuotaRules['scope'], key: string, cell: number, lines: PlacedLine[]): boolean {
    return (this.rules.quotas ?? []).every((quota) => {
      if (quota.scope !== scope) return true;
      const counted = lines.filter(
        ({ pet, service }) =>
          (!quota.service_ids || quota.service_ids.includes(service.id)) && matches(quota.pets, pet, false),
      );
      const counts = countsUnder(quota, cell, counted, this.cellOf);
      const bookable = `quota:${quota.id}:${key}`;
      return [...counts].every(([at, count]) => count + countTaken(this.taken, bookable, at) <= quota.limit);
    });
  }

  private bookablesFor(need: Needed, lines: PlacedLine[]): string[] {
    const { kind, key, line } = need;
    if (kind === 'unit') return this.fitting(key, lines[line]!.pet).map(({ id }) => `unit:${id}`);
    const led = ledBy(need, lines);
    return this.rules.staff
      .filter(({ id }) => led.every(({ service: { staff_ids } }) => !staff_ids?.length || staff_ids.includes(id)))
      .map(({ id }) => `staff:${id}`);
  }

  private needs(cell: number, lines: PlacedLine[], query: SearchQuery, depth: number): Needed[] {
    const needs: Needed[] = [];
    const isSequence = query.arrangement === 'sequence';
    lines.forEach((line, index) => {
      const pieces = staffPieces(cell, line, (staff) => staff === 'lead');
      const shared = isSequence ? needs.find(({ key }) => key === 'all') : undefined;
      if (shared) shared.pieces.push(...pieces);
      else if (pieces.length > 0) needs.push({ line: index, kind: 'lead', key: isSequence ? 'all' : '', pieces });
    });
    lines.forEach((line, index) => {
      for (const type of (depth >= 6 && this.rules.resource_types) || [])
        for (const claim of type.kind === 'unit' ? useOf(this.rules, cell, line, type.id) : [])
          needs.push({ line: index, kind: 'unit', key: type.id, pieces: [{ work: [], claim }] });
    });
    if (depth >= 7 && !this.quotaHolds('company', 'all', cell, lines))
      needs.unshift({ line: 0, kind: 'unit', key: 'nothing fulfils this', pieces: [{ work: [], claim: [cell] }] });
    return needs;
  }

  private readonly hours = new Map<string, Set<number>>();

  private works(staffId: string, cell: number, depth: number): boolean {
    const { schedule, time_off = [] } = this.rules.staff.find(({ id }) => id === staffId)!;
    let open = this.hours.get(staffId);
    if (!open) this.hours.set(staffId, (open = openCells(schedule, this.rules.time_zone, cell)));
    const isOff = time_off.some(
      ({ starts_at, ends_at }) => starts_at.getTime() < (cell + 1) * CELL_MS && ends_at.getTime() > cell * CELL_MS,
    );
    return open.has(cell) && !(depth >= 4 && isOff);
  }

  private takenAt(bookable: string, cell: number): number {
    const resource = this.rules.resources?.find(({ id }) => bookable === `unit:${id}` || bookable === `pool:${id}`);
    const kind = this.rules.resource_types?.find(({ id }) => id === resource?.resource_type_id)?.cell ?? '5min';
    return countTaken(this.taken, bookable, this.cellOf(kind, cell));
  }

  private readonly cellOf = (kind: string, cell: number): number => {
    if (kind === '5min') return cell;
    if (kind === '15min') return Math.floor(cell / 3);
    return Math.floor(this.wall(cell) / (kind === 'night' ? DAY : DAY / 2));
  };

  private fitting(typeId: string, pet: PetRequest): NonNullable<BookingRules['resources']> {
    return (this.rules.resources ?? []).filter(
      ({ resource_type_id, attributes }) => resource_type_id === typeId && matches(attributes, pet, true),
    );
  }
}

/** In a sequence one lead does all lines that need one. */
function ledBy({ key, line }: Needed, lines: PlacedLine[]): PlacedLine[] {
  if (key !== 'all') return [lines[line]!];
  return lines.filter((one) => staffPieces(0, one, (staff) => staff === 'lead').length > 0);
}
