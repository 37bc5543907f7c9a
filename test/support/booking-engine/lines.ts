/** When each pet's work takes place and what it uses, as plain lists of cells: the brute force's own reading of the rules. */
import type {
  BookingRules,
  Occupancy,
  PetFilter,
  PetRequest,
  QuotaRules,
  SearchQuery,
  ServiceRules,
} from '../../../src/modules/booking/engine/index.js';
import { range } from './clock.js';

export interface Piece {
  work: number[];
  claim: number[];
}

export interface PlacedLine {
  pet: PetRequest;
  service: ServiceRules;
  start: number;
  end: number;
  parts: { from: number; to: number; staff: 'lead' | 'none'; needs: [string, number][] }[];
}

/** Cells that minutes [from, to) after a start cell touch. */
const touched = (start: number, from: number, to: number): number[] =>
  range(start + Math.floor(from / 5), start + Math.ceil(to / 5));

export function serviceOf(rules: BookingRules, id: string): ServiceRules {
  return rules.services.find((service) => service.id === id)!;
}

export function placeLines(rules: BookingRules, query: SearchQuery): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const pet of query.pets?.length ? query.pets : [{}]) {
    const service = serviceOf(rules, pet.service_id ?? query.service_id);
    const last = lines[lines.length - 1];
    let start = 0;
    if (last && query.arrangement === 'stagger') start = last.start + Math.ceil((query.stagger_min ?? 0) / 5) * 5;
    if (last && query.arrangement === 'sequence') {
      const gap = (last.service.buffer_after_min ?? 0) + (service.buffer_before_min ?? 0);
      start = Math.ceil((last.end + gap) / 5) * 5;
    }
    const parts: PlacedLine['parts'] = [];
    let at = start;
    for (const segment of service.segments ?? [{ minutes: service.duration_min ?? 0 }]) {
      const needs = (segment.requirements ?? []).map(({ resource_type_id, quantity = 1 }): [string, number] => [
        resource_type_id,
        quantity,
      ]);
      parts.push({ from: at, to: at + segment.minutes, staff: segment.staff ?? 'lead', needs });
      at += segment.minutes + (segment.gap_after_min ?? 0);
    }
    lines.push({ pet, service, start, end: parts[parts.length - 1]!.to, parts });
  }
  return lines;
}

export function staffPieces(
  cell: number,
  line: PlacedLine,
  isWanted: (staff: PlacedLine['parts'][0]['staff']) => boolean,
): Piece[] {
  return joined(line.parts.filter(({ staff }) => isWanted(staff))).map(({ from, to }) => ({
    work: touched(cell, from, to),
    claim: touched(
      cell,
      from - (from === line.start ? (line.service.buffer_before_min ?? 0) : 0),
      to + (to === line.end ? (line.service.buffer_after_min ?? 0) : 0),
    ),
  }));
}

/** One list of cells for each unbroken use. */
export function useOf(rules: BookingRules, cell: number, line: PlacedLine, typeId: string): number[][] {
  const type = rules.resource_types?.find(({ id }) => id === typeId);
  const padded = ({ from, to }: { from: number; to: number }): number[] => {
    const before = from === line.start ? (line.service.buffer_before_min ?? 0) : 0;
    const after = (type?.buffer_after_min ?? 0) + (to === line.end ? (line.service.buffer_after_min ?? 0) : 0);
    return touched(cell, from - before, to + after);
  };
  const uses: number[][] = [];
  for (const { resource_type_id, quantity = 1 } of line.service.requirements ?? [])
    if (resource_type_id === typeId)
      for (let i = 0; i < quantity; i++) uses.push(padded({ from: line.start, to: line.end }));
  const most = Math.max(0, ...line.parts.flatMap(({ needs }) => needs.map(([id, n]) => (id === typeId ? n : 0))));
  for (let level = 1; level <= most; level++)
    uses.push(
      ...joined(line.parts.filter(({ needs }) => needs.some(([id, n]) => id === typeId && n >= level))).map(padded),
    );
  return uses;
}

function joined<Part extends { from: number; to: number }>(parts: Part[]): { from: number; to: number }[] {
  const joint: { from: number; to: number }[] = [];
  for (const { from, to } of parts) {
    const last = joint[joint.length - 1];
    if (last?.to === from) last.to = to;
    else joint.push({ from, to });
  }
  return joint;
}

/** By weight only: `ifUnknown` says what a limit means for a pet that was never weighed. */
export function matches(filter: PetFilter | undefined, pet: PetRequest, ifUnknown: boolean): boolean {
  if (!filter || (filter.min_kg === undefined && filter.max_kg === undefined)) return true;
  if (pet.weight_kg === undefined || pet.weight_kg === null) return ifUnknown;
  return pet.weight_kg >= (filter.min_kg ?? 0) && pet.weight_kg <= (filter.max_kg ?? 1_000);
}

/** Places that are taken in a cell of a bookable. */
export const countTaken = (taken: Occupancy, bookable: string, cell: number): number =>
  (taken.get(bookable) ?? [])
    .filter(({ from, to }) => from <= cell && cell < to)
    .reduce((sum, { count }) => sum + count, 0);

/** By cell of the quota: how many lines begin in it or, of a load, how many are there at once within it. */
export function countsUnder(
  { kind, per }: QuotaRules,
  cell: number,
  lines: PlacedLine[],
  cellOf: (kind: string, cell: number) => number,
): Map<number, number> {
  const counts = new Map<number, number>();
  const quotaCell = (at: number): number => cellOf(per === 'day' ? 'night' : per, at);
  if (kind !== 'load') {
    for (const { start } of lines) {
      const at = quotaCell(cell + start / 5);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return counts;
  }
  const presence = lines.map(({ start, end }) => range(cell + start / 5, cell + Math.ceil(end / 5)));
  for (const at of new Set(presence.flat())) {
    const there = presence.filter((cells) => cells.includes(at)).length;
    counts.set(quotaCell(at), Math.max(counts.get(quotaCell(at)) ?? 0, there));
  }
  return counts;
}
