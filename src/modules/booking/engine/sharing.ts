/** Which pets of a stay take their units together, as siblings do who share a kennel. */
import type { ResourceTypeRules } from './rules.js';
import type { Line } from './visit.types.js';

/** Lines that take the units of a type together. */
export interface SharingGroup {
  /** Places in `visit.lines`, ascending. */
  readonly lines: readonly number[];
  /** Places in `compiled.resources`: the units that fit each of them. */
  readonly candidates: readonly number[];
}

type Group = { -readonly [Field in keyof SharingGroup]: number[] };

/**
 * The lines in as few groups as their service allows. Whoever fits into the fewest units goes first, and is joined by those who fit
 * wherever that one does: together they need nothing that the first would not need alone, so sharing never costs a start.
 */
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

/** A cat does not move in with a dog, and what an add-on takes of the type is the pet's own. */
const mayShare = (one: Line, other: Line, { id }: ResourceTypeRules): boolean =>
  one.service === other.service &&
  one.pet.species === other.pet.species &&
  ![one, other].some(({ addOns }) =>
    addOns.some(({ requirements = [] }) => requirements.some(({ resource_type_id }) => resource_type_id === id)),
  );
