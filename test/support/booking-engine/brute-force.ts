/**
 * The first reference of the booking engine: every start is tried with everybody and everything, cell by cell in plain maps, on a
 * clock that is read from Intl. It shares nothing with the engine but the form of the rules.
 */
import type {
  BookingRules,
  Occupancy,
  PetFilter,
  PetRequest,
  QuotaRules,
  SearchQuery,
} from '../../../src/modules/appointments/engine/index.js';
import { CELL_MS, DAY, openCells, range, wallOf } from './clock.js';
import { type Piece, type PlacedLine, placeLines, serviceOf, staffPieces, useOf } from './lines.js';

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

type Needed = { line: number; kind: 'lead' | 'helper' | 'unit'; key: string; pieces: Piece[] };
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
    return found;
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
    if (depth >= 2 && !this.isOpen(cell, Math.ceil(end / 5))) return undefined;
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
    for (const lane of this.lanesFor(need, lines)) {
      if (fixed.length > 0 && lane !== `staff:${fixed[0]}`) continue;
      if (need.kind === 'lead' && leads.includes(lane)) continue;
      const mine = new Map(usage);
      if (!this.take(need, lane, mine, depth)) continue;
      if (need.kind === 'lead' && depth >= 7 && !this.quotasAllow(need, lane.slice(6), cell, lines)) continue;
      const nowLeads = need.kind === 'lead' ? [...leads, lane] : leads;
      if (this.match(rest, fixed.slice(1), cell, lines, mine, depth, nowLeads)) return true;
    }
    return false;
  }

  private take(need: Needed, lane: string, usage: Map<string, number>, depth: number): boolean {
    const isStaff = lane.startsWith('staff:');
    for (const { work, claim } of need.pieces) {
      if (isStaff && !work.every((cell) => this.works(lane.slice(6), cell, depth))) return false;
      for (const cell of claim) {
        const used = usage.get(`${lane}|${cell}`) ?? 0;
        const before = isStaff && depth < 5 ? 0 : this.takenAt(lane, cell);
        if (used + before > 0) return false;
        usage.set(`${lane}|${cell}`, 1);
      }
    }
    return true;
  }

  private poolGroups(cell: number, lines: PlacedLine[]): { lanes: string[]; cells: number[] }[] {
    const groups = new Map<string, { lanes: string[]; cells: number[] }>();
    for (const type of this.rules.resource_types ?? [])
      for (const line of type.kind === 'pool' ? lines : []) {
        const cells = useOf(this.rules, cell, line, type.id).flat();
        if (cells.length === 0) continue;
        const lanes = this.fitting(type.id, line.pet).map(({ id }) => `pool:${id}`);
        const key = [type.id, ...lanes].join();
        groups.set(key, { lanes, cells: [...(groups.get(key)?.cells ?? []), ...cells] });
      }
    return [...groups.values()];
  }

  private poolsFit(
    cell: number,
    lines: PlacedLine[],
    usage: Map<string, number>,
    groups: { lanes: string[]; cells: number[] }[],
  ): boolean {
    const [group, ...rest] = groups;
    if (!group) return true;
    return group.lanes.some((lane) => {
      const mine = new Map(usage);
      const capacity = this.rules.resources?.find(({ id }) => `pool:${id}` === lane)?.capacity ?? 1;
      for (const used of group.cells) mine.set(`${lane}|${used}`, (mine.get(`${lane}|${used}`) ?? 0) + 1);
      const fits = group.cells.every((used) => mine.get(`${lane}|${used}`)! + this.takenAt(lane, used) <= capacity);
      return fits && this.poolsFit(cell, lines, mine, rest);
    });
  }

  private quotasAllow(need: Needed, staffId: string, cell: number, lines: PlacedLine[]): boolean {
    const led = this.isOneLead(need) ? lines : [lines[need.line]!];
    return this.quotaHolds('staff', staffId, cell, led);
  }

  quotaHolds(scope: QuotaRules['scope'], key: string, cell: number, lines: PlacedLine[]): boolean {
    return (this.rules.quotas ?? []).every((quota) => {
      if (quota.scope !== scope || (scope === 'staff' && quota.staff_ids && !quota.staff_ids.includes(key)))
        return true;
      const counts = new Map<number, number>();
      for (const { pet, service, start } of lines) {
        if (quota.service_ids && !quota.service_ids.includes(service.id)) continue;
        if (!this.matches(quota.pets, pet, false)) continue;
        const at = this.cellOf(quota.per === 'day' ? 'night' : quota.per, cell + start / 5);
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      const lane = `quota:${quota.id}:${key}`;
      return [...counts].every(([at, count]) => count + this.rawTaken(lane, at) <= quota.limit);
    });
  }

  private isOneLead({ key }: Needed): boolean {
    return key === 'all';
  }

  private lanesFor({ kind, key, line }: Needed, lines: PlacedLine[]): string[] {
    if (kind === 'helper')
      return this.rules.staff.filter(({ skills }) => skills?.includes(key)).map(({ id }) => `staff:${id}`);
    if (kind === 'unit') return this.fitting(key, lines[line]!.pet).map(({ id }) => `unit:${id}`);
    const led = key === 'all' ? lines : [lines[line]!];
    return this.rules.staff
      .filter(({ id, skills = [] }) =>
        led.every(
          ({ service: { staff_ids, skill } }) =>
            (!staff_ids?.length || staff_ids.includes(id)) && (!skill || skills.includes(skill)),
        ),
      )
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
      const skills = new Set(line.parts.flatMap(({ staff }) => (typeof staff === 'object' ? [staff.skill] : [])));
      for (const key of skills)
        for (const piece of staffPieces(cell, line, (staff) => typeof staff === 'object' && staff.skill === key))
          needs.push({ line: index, kind: 'helper', key, pieces: [piece] });
      for (const type of (depth >= 6 && this.rules.resource_types) || [])
        for (const claim of type.kind === 'unit' ? useOf(this.rules, cell, line, type.id) : [])
          needs.push({ line: index, kind: 'unit', key: type.id, pieces: [{ work: [], claim }] });
    });
    if (depth >= 7 && !this.quotaHolds('company', 'all', cell, lines))
      needs.unshift({ line: 0, kind: 'unit', key: 'nothing fulfils this', pieces: [{ work: [], claim: [cell] }] });
    return needs;
  }

  private isOpen(start: number, length: number): boolean {
    const closed = (effect: string, cell: number): boolean =>
      (this.rules.holidays ?? []).some(
        (date) => Date.parse(date) / 60_000 / DAY === Math.floor(this.wall(cell) / DAY),
      ) ||
      (this.rules.closures ?? []).some(
        ({ starts_at, ends_at, forbids }) =>
          (!forbids || forbids.some((one) => one === effect)) &&
          starts_at.getTime() < (cell + 1) * CELL_MS &&
          ends_at.getTime() > cell * CELL_MS,
      );
    return (
      !range(start, start + length).some((cell) => closed('service', cell)) &&
      !closed('arrival', start) &&
      !closed('departure', start + length - 1)
    );
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

  private takenAt(lane: string, cell: number): number {
    const resource = this.rules.resources?.find(({ id }) => lane === `unit:${id}` || lane === `pool:${id}`);
    const kind = this.rules.resource_types?.find(({ id }) => id === resource?.resource_type_id)?.cell ?? '5min';
    return this.rawTaken(lane, this.cellOf(kind, cell));
  }

  private rawTaken(lane: string, cell: number): number {
    return (this.taken.get(lane) ?? [])
      .filter(({ from, to }) => from <= cell && cell < to)
      .reduce((sum, { count }) => sum + count, 0);
  }

  private cellOf(kind: string, cell: number): number {
    if (kind === '5min') return cell;
    if (kind === '15min') return Math.floor(cell / 3);
    return Math.floor(this.wall(cell) / (kind === 'night' ? DAY : DAY / 2));
  }

  private fitting(typeId: string, pet: PetRequest): NonNullable<BookingRules['resources']> {
    return (this.rules.resources ?? []).filter(
      ({ resource_type_id, attributes }) => resource_type_id === typeId && this.matches(attributes, pet, true),
    );
  }

  private matches(filter: PetFilter | undefined, pet: PetRequest, ifUnknown: boolean): boolean {
    if (!filter || (filter.min_kg === undefined && filter.max_kg === undefined)) return true;
    if (pet.weight_kg === undefined || pet.weight_kg === null) return ifUnknown;
    return pet.weight_kg >= (filter.min_kg ?? 0) && pet.weight_kg <= (filter.max_kg ?? 1_000);
  }
}
