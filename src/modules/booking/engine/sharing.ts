import type { ResourceTypeRules } from './rules.js';
import type { Line } from './visit.types.js';

export interface SharingGroup {
  /** Indexes in `visit.lines`, ascending. */
  readonly lines: readonly number[];
  /** Indexes in `compiled.resources`: the units that suit each pet. */
  readonly candidates: readonly number[];
}

type Group = { -readonly [Field in keyof SharingGroup]: number[] };

/** Pets that fit the fewest units go first; others join if they fit all units of the group. Sharing never removes a start. */
export function sharingGroupsOf(
  lines: readonly Line[],
  type: ResourceTypeRules,
  candidatesOf: (line: Line) => number[],
): SharingGroup[] {
  const groups: Group[] = [];
  const byFit = lines.map((line, index) => ({ index, candidates: candidatesOf(line) }));
  for (const { index, candidates } of byFit.sort((one, other) => one.candidates.length - other.candidates.length)) {
    const joined = groups.find(
      (group) =>
        group.lines.length < (lines[index]!.service.rules.share ?? 1) &&
        mayShare(lines[group.lines[0]!]!, lines[index]!, type) &&
        group.candidates.every((candidate) => candidates.includes(candidate)),
    );
    if (joined) joined.lines.push(index);
    else groups.push({ lines: [index], candidates });
  }
  for (const group of groups) group.lines.sort((one, other) => one - other);
  return groups.sort((one, other) => one.lines[0]! - other.lines[0]!);
}

/** Only pets of one species share, and an add-on's own resources are never shared. */
const mayShare = (one: Line, other: Line, { id }: ResourceTypeRules): boolean =>
  one.service === other.service &&
  one.pet.species === other.pet.species &&
  ![one, other].some(({ addOns }) =>
    addOns.some(({ requirements = [] }) => requirements.some(({ resource_type_id }) => resource_type_id === id)),
  );
