/**
 * Requirements that compete for the same bookables, matched for all starts at once by Hall's theorem: each set of requirements needs at
 * least as many bookables as it has members. Bit i of plane k is set if at least k + 1 bookables can serve start i.
 */
import { andRow, orRow, type Row } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { applyConditions, type Condition, isStaff, requirementConditions } from './conditions.js';
import { conflicts } from './requirements.js';
import { maskCountOf } from './refusals.js';
import type { ScratchRows } from './scratch-rows.js';
import type { Requirement, Visit } from './visit.types.js';

/** Subsets double with each class. With more classes the starts are tried one by one. */
const MAX_CLASSES = 5;

export interface Candidate {
  /** Index in `compiled.staff` or `compiled.resources`. */
  readonly bookable: number;
  readonly conditions: readonly Condition[];
}

/** Equal requirements: the same bookables under the same conditions. */
export interface RequirementClass {
  readonly requirements: readonly Requirement[];
  readonly candidates: readonly Candidate[];
}

export interface MatchingGroup {
  readonly classes: readonly RequirementClass[];
  /** True if all requirements conflict with each other; otherwise counting is not enough and each start is tried. */
  readonly isExact: boolean;
}

export interface Matching {
  readonly groups: readonly MatchingGroup[];
  readonly maskCount: number;
}

/** A requirement without competitors is a group of one. */
export function matchingGroupsOf(grid: AvailabilityGrid, visit: Visit, maskCount: number): MatchingGroup[] {
  const known = visit.requirements.filter(
    (requirement) => maskCount >= maskCountOf(isStaff(requirement) ? 'NOT_WORKING' : 'RESOURCE_BUSY'),
  );
  return connectedByConflict(known).map((requirements) => {
    const classes = requirementClassesOf(grid, visit, requirements, maskCount);
    const isClique = requirements.every((requirement, i) =>
      requirements.every((other, j) => i === j || conflicts(requirement, other)),
    );
    return { classes, isExact: requirements.length === 1 || (isClique && classes.length <= MAX_CLASSES) };
  });
}

function connectedByConflict(requirements: readonly Requirement[]): Requirement[][] {
  const groups: Requirement[][] = [];
  for (const requirement of requirements) {
    const joined = groups.filter((group) => group.some((other) => conflicts(requirement, other)));
    const merged = [...joined.flat(), requirement];
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

function requirementClassesOf(
  grid: AvailabilityGrid,
  visit: Visit,
  requirements: readonly Requirement[],
  maskCount: number,
): RequirementClass[] {
  const byShape = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const { candidates, work, claims, quotas } = requirement;
    const shape = JSON.stringify([
      candidates,
      work,
      claims,
      quotas.map(({ quota, offsets, demand }) => [quota.id, offsets, demand]),
    ]);
    byShape.set(shape, [...(byShape.get(shape) ?? []), requirement]);
  }
  return [...byShape.values()].map((equal) => ({
    requirements: equal,
    candidates: candidatesOf(grid, visit, equal[0]!, maskCount),
  }));
}

export const candidatesOf = (
  grid: AvailabilityGrid,
  visit: Visit,
  requirement: Requirement,
  maskCount: number,
): Candidate[] =>
  requirement.candidates.map((bookable) => ({
    bookable,
    conditions: requirementConditions(grid, requirement, bookable, maskCount, visit.isStay),
  }));

interface ClassRows {
  readonly count: number;
  readonly rowsByBookable: ReadonlyMap<number, Row>;
}

const rowsOfClass = ({ requirements, candidates }: RequirementClass, base: Row, scratch: ScratchRows): ClassRows => ({
  count: requirements.length,
  rowsByBookable: new Map(
    candidates.map(({ bookable, conditions }) => {
      const row = scratch.copy(base);
      applyConditions(row, conditions, scratch);
      return [bookable, row] as const;
    }),
  ),
});

/**
 * Keeps the starts at which all requirements of the group find a bookable, if the group is exact. Otherwise it may keep
 * too many, which `dropUnassignable` removes.
 */
export function applyMatchingGroup(out: Row, { classes, isExact }: MatchingGroup, scratch: ScratchRows): void {
  const mark = scratch.mark;
  const all = classes.map((requirementClass) => rowsOfClass(requirementClass, out, scratch));
  for (const { rows, count } of isExact ? unionsOfSubsets(all, scratch) : unionsOfOne(all))
    andRow(out, countPlanes(rows.values(), count, scratch)[count - 1]!);
  scratch.reset(mark);
}

/** For each candidate of `lead`: the starts at which the other requirements are met without that candidate. */
export function leadRows(base: Row, group: MatchingGroup, lead: Requirement, scratch: ScratchRows): Row[] {
  const leads = group.classes.find(({ requirements }) => requirements.includes(lead))!;
  const all = group.classes.map((requirementClass) => rowsOfClass(requirementClass, base, scratch));
  const own = all[group.classes.indexOf(leads)]!;
  const others = all
    .map((one) => (one === own ? { ...one, count: one.count - 1 } : one))
    .filter(({ count }) => count > 0);
  if (others.length === 0) return [...own.rowsByBookable.values()];
  const rows = [...own.rowsByBookable.values()].map((row) => scratch.copy(row));
  if (!group.isExact) {
    for (const { rowsByBookable } of others) {
      const [reached] = countPlanes(rowsByBookable.values(), 1, scratch);
      for (const row of rows) andRow(row, reached!);
    }
    return rows;
  }
  for (const { rows: rowsByBookable, count } of unionsOfSubsets(others, scratch)) {
    const reached = countPlanes(rowsByBookable.values(), count + 1, scratch);
    const [enough, spare] = [reached[count - 1]!, reached[count]!];
    leads.candidates.forEach(({ bookable }, index) =>
      keepServed(rows[index]!, enough, spare, rowsByBookable.get(bookable)),
    );
  }
  return rows;
}

/** If the others have no bookable to spare, the candidate must not be one of theirs. */
function keepServed(row: Row, enough: Row, spare: Row, own: Row | undefined): void {
  if (!own) return andRow(row, enough);
  for (let i = 0; i < row.length; i++) row[i]! &= spare[i]! | (enough[i]! & ~own[i]!);
}

interface Union {
  readonly rows: ReadonlyMap<number, Row>;
  readonly count: number;
}

const unionsOfOne = (all: readonly ClassRows[]): Union[] =>
  all.map(({ rowsByBookable }) => ({ rows: rowsByBookable, count: 1 }));

function* unionsOfSubsets(all: readonly ClassRows[], scratch: ScratchRows): Generator<Union> {
  for (let members = 1; members < 1 << all.length; members++) {
    const chosen = all.filter((_, index) => members & (1 << index));
    const count = chosen.reduce((sum, one) => sum + one.count, 0);
    if (chosen.length === 1) {
      yield { rows: chosen[0]!.rowsByBookable, count };
      continue;
    }
    const rows = new Map<number, Row>();
    for (const { rowsByBookable } of chosen)
      for (const [bookable, row] of rowsByBookable) {
        const union = rows.get(bookable);
        if (union) orRow(union, row);
        else rows.set(bookable, scratch.copy(row));
      }
    yield { rows, count };
  }
}

function countPlanes(rows: Iterable<Row>, most: number, scratch: ScratchRows): Row[] {
  const reached = Array.from({ length: most }, () => scratch.take(0));
  for (const row of rows) {
    for (let k = most - 1; k > 0; k--) {
      const [more, fewer] = [reached[k]!, reached[k - 1]!];
      for (let i = 0; i < row.length; i++) more[i]! |= fewer[i]! & row[i]!;
    }
    orRow(reached[0]!, row);
  }
  return reached;
}
