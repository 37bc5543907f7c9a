import { BASE_MINUTES, type CellRange } from './cells.js';
import type { RequirementRules, ResourceTypeRules } from './rules.js';
import type { Demand, Line } from './visit.types.js';

export const overlaps = (one: CellRange, other: CellRange): boolean => one.from < other.to && other.from < one.to;

/** One range per unit, in base cells or, for stays, in cells of the type. */
export function unitSpans(line: Line, type: ResourceTypeRules, nights: number): CellRange[] {
  return demandsOf(line, type, nights).flatMap(({ from, to, quantity }) =>
    Array<CellRange>(quantity).fill({ from, to }),
  );
}

export function poolDemand(lines: readonly Line[], type: ResourceTypeRules, nights: number): Demand[] {
  return sumDemands(lines.flatMap((line) => demandsOf(line, type, nights)));
}

/** Turns overlapping demands into ranges of constant quantity. */
export function sumDemands(demands: readonly Demand[]): Demand[] {
  const edges = [...new Set(demands.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const total: Demand[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const range = { from: edges[i]!, to: edges[i + 1]! };
    const quantity = demands.reduce((sum, demand) => sum + (overlaps(demand, range) ? demand.quantity : 0), 0);
    const last = total[total.length - 1];
    if (last?.quantity === quantity && last.to === range.from) total[total.length - 1] = { ...last, to: range.to };
    else if (quantity > 0) total.push({ ...range, quantity });
  }
  return total;
}

/** Requirements of the service cover the whole visit; those of segments cover the segments. Adjacent segments are joined. */
function demandsOf(line: Line, type: ResourceTypeRules, nights: number): Demand[] {
  const { requirements = [], kind = 'timed' } = line.service.rules;
  const throughout = [...requirements, ...line.addOns.flatMap((addOn) => addOn.requirements ?? [])];
  const always = quantityOf(throughout, type);
  if (kind !== 'timed') return always > 0 ? [{ from: 0, to: cellsOfStay(line, nights), quantity: always }] : [];
  const demands = always > 0 ? [paddedCells(line, type, line.start, line.end, always)] : [];
  const most = Math.max(0, ...line.parts.map(({ requirements: wanted }) => quantityOf(wanted, type)));
  for (let level = 1; level <= most; level++) {
    let open: { from: number; to: number } | undefined;
    for (const part of line.parts) {
      if (quantityOf(part.requirements, type) < level) continue;
      if (open && open.to === part.from) {
        open.to = part.to;
        continue;
      }
      if (open) demands.push(paddedCells(line, type, open.from, open.to, 1));
      open = { from: part.from, to: part.to };
    }
    if (open) demands.push(paddedCells(line, type, open.from, open.to, 1));
  }
  return demands;
}

function cellsOfStay({ service }: Line, nights: number): number {
  if (service.boarding) return nights;
  return service.daycare?.length === 'full' ? 2 : 1;
}

const quantityOf = (requirements: readonly RequirementRules[], type: ResourceTypeRules): number =>
  requirements.reduce(
    (sum, { resource_type_id, quantity = 1 }) => sum + (resource_type_id === type.id ? quantity : 0),
    0,
  );

/** Adds the service's buffers at the edges of the line and the resource's buffer after each use. */
function paddedCells(line: Line, type: ResourceTypeRules, from: number, to: number, quantity: number): Demand {
  const { buffer_before_min = 0, buffer_after_min = 0 } = line.service.rules;
  const before = from === line.start ? buffer_before_min : 0;
  const after = (to === line.end ? buffer_after_min : 0) + (type.buffer_after_min ?? 0);
  return {
    from: Math.floor((from - before) / BASE_MINUTES),
    to: Math.ceil((to + after) / BASE_MINUTES),
    quantity,
  };
}
