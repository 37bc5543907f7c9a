import { BASE_MINUTES, type CellRange } from './cells.js';
import type { CompiledRules, Resource } from './compile.js';
import { overlaps, poolDemand, sumDemands, unitSpans } from './demand.js';
import { petMatches } from './pets.js';
import type { ResourceTypeRules } from './rules.js';
import { sharingGroupsOf } from './sharing.js';
import {
  type Line,
  type Requirement,
  type VisitRequirements,
  type Part,
  type PoolRequirement,
  type QuotaUse,
  STAFF_GROUP,
  type SearchRequest,
} from './visit.types.js';

export function requirementsOf(
  compiled: CompiledRules,
  lines: readonly Line[],
  request: SearchRequest,
): VisitRequirements {
  const types = compiled.rules.resource_types ?? [];
  const all = lines.map((_, index) => index);
  const isOneLead = request.arrangement === 'sequence';
  const leadGroups = isOneLead ? [all] : all.map((index) => [index]);
  return {
    requirements: [
      ...withAskedStaff(
        compiled,
        lines,
        leadGroups.flatMap((group) => leadRequirements(compiled, lines, group)),
        request.staff_id,
      ),
      ...types
        .filter(({ kind }) => kind === 'unit')
        .flatMap((type) => unitRequirements(compiled, lines, type, request)),
    ],
    pools: types
      .filter(({ kind }) => kind === 'pool')
      .flatMap((type) => poolRequirements(compiled, lines, type, request)),
    quotas: quotaUses(compiled, lines, all, 'company'),
  };
}

/** Whether one bookable cannot meet both. */
export function conflicts(one: Requirement, other: Requirement): boolean {
  if (one.group !== other.group) return false;
  if (one.group === STAFF_GROUP) return true;
  return one.claims.some((claim) => other.claims.some((range) => overlaps(claim, range)));
}

/** The requirement whose staff are listed with each start; undefined for visits without a lead. */
export const leadRequirementOf = ({ requirements }: VisitRequirements): Requirement | undefined =>
  requirements.find(({ role }) => role === 'lead');

/** The staff member of the request leads the first line, that of a pet leads its line. */
function withAskedStaff(
  compiled: CompiledRules,
  lines: readonly Line[],
  leads: readonly Requirement[],
  staffId: string | undefined,
): Requirement[] {
  return leads.map((requirement, index) => {
    const asked = requirement.lines.map((line) => lines[line]!.staffId);
    const wanted = [...asked, index === 0 ? staffId : undefined].filter((id) => id !== undefined);
    if (wanted.length === 0) return requirement;
    const isWanted = (staff: number): boolean => wanted.every((id) => id === compiled.staff[staff]!.id);
    return { ...requirement, candidates: requirement.candidates.filter(isWanted) };
  });
}

function leadRequirements(compiled: CompiledRules, lines: readonly Line[], of: readonly number[]): Requirement[] {
  const led = of.filter((index) => lines[index]!.parts.some(({ staff }) => staff === 'lead'));
  const spans = led.flatMap((index) => staffSpans(lines[index]!, ({ staff }) => staff === 'lead'));
  if (spans.length === 0) return [];
  const candidates = indexesOf(compiled.staff, ({ id }) =>
    led.every((index) => {
      const { staff_ids } = lines[index]!.service.rules;
      return !staff_ids?.length || staff_ids.includes(id);
    }),
  );
  return [
    {
      group: STAFF_GROUP,
      role: 'lead',
      lines: led,
      candidates,
      work: spans.map(({ work }) => work),
      claims: spans.map(({ claim }) => claim),
      quotas: quotaUses(compiled, lines, led, 'staff'),
    },
  ];
}

function unitRequirements(
  compiled: CompiledRules,
  lines: readonly Line[],
  type: ResourceTypeRules,
  request: SearchRequest,
): Requirement[] {
  return sharingGroupsOf(lines, type, (line) => fittingResources(compiled.resources, type, line, request)).flatMap(
    (group) =>
      unitSpans(lines[group.lines[0]!]!, type, request.nights ?? 1).map((claim) => ({
        group: type.id,
        role: 'unit' as const,
        lines: group.lines,
        // The smallest first: large tables stay free for large dogs.
        candidates: group.candidates.toSorted(
          (one, other) => maxWeightOf(compiled.resources[one]!) - maxWeightOf(compiled.resources[other]!),
        ),
        work: [],
        claims: [claim],
        quotas: [],
      })),
  );
}

const maxWeightOf = ({ rules }: Resource): number => rules.attributes?.max_kg ?? Number.MAX_SAFE_INTEGER;

/** Pets that may use the same pools go into one pool together. */
function poolRequirements(
  compiled: CompiledRules,
  lines: readonly Line[],
  type: ResourceTypeRules,
  request: SearchRequest,
): PoolRequirement[] {
  const byCandidates = new Map<string, { lines: number[]; candidates: number[] }>();
  lines.forEach((line, index) => {
    if (poolDemand([line], type, request.nights ?? 1).length === 0) return;
    const candidates = fittingResources(compiled.resources, type, line, request);
    const key = candidates.join();
    const group = byCandidates.get(key) ?? { lines: [], candidates };
    group.lines.push(index);
    byCandidates.set(key, group);
  });
  return [...byCandidates.values()].map((group) => ({
    ...group,
    demand: poolDemand(
      group.lines.map((index) => lines[index]!),
      type,
      request.nights ?? 1,
    ),
  }));
}

function quotaUses(
  compiled: CompiledRules,
  lines: readonly Line[],
  of: readonly number[],
  scope: 'company' | 'staff',
): QuotaUse[] {
  return compiled.quotas.flatMap((quota) => {
    if (quota.scope !== scope) return [];
    const counted = of.filter((index) => {
      const { pet, service } = lines[index]!;
      return (!quota.service_ids || quota.service_ids.includes(service.rules.id)) && petMatches(quota.pets, pet, false);
    });
    const offsets = counted
      .map((index) => Math.floor(lines[index]!.start / BASE_MINUTES))
      .sort((one, other) => one - other);
    const spans = counted.map((index) => ({ ...baseCells(lines[index]!.start, lines[index]!.end), quantity: 1 }));
    return counted.length > 0 ? [{ quota, offsets, demand: sumDemands(spans), lines: counted.length }] : [];
  });
}

/** Periods of uninterrupted work, with the service's buffers at the edges of the line. */
function staffSpans(line: Line, isWanted: (part: Part) => boolean): { work: CellRange; claim: CellRange }[] {
  const { buffer_before_min = 0, buffer_after_min = 0 } = line.service.rules;
  const stretches: { from: number; to: number }[] = [];
  for (const part of line.parts) {
    const last = stretches[stretches.length - 1];
    if (!isWanted(part)) continue;
    if (last?.to === part.from) last.to = part.to;
    else stretches.push({ from: part.from, to: part.to });
  }
  return stretches.map(({ from, to }) => ({
    work: baseCells(from, to),
    claim: baseCells(
      from - (from === line.start ? buffer_before_min : 0),
      to + (to === line.end ? buffer_after_min : 0),
    ),
  }));
}

export const baseCells = (from: number, to: number): CellRange => ({
  from: Math.floor(from / BASE_MINUTES),
  to: Math.ceil(to / BASE_MINUTES),
});

/** Resources that suit the pet and that the requirements allow. */
function fittingResources(
  resources: readonly Resource[],
  type: ResourceTypeRules,
  line: Line,
  { resource_ids: chosen = [] }: SearchRequest,
): number[] {
  const isChosen = ({ id, resource_type_id }: Resource['rules']): boolean =>
    chosen.includes(id) ||
    !resources.some(({ rules }) => rules.resource_type_id === resource_type_id && chosen.includes(rules.id));
  const { requirements = [] } = line.service.rules;
  const named = [requirements, ...[...line.parts, ...line.addOns].map((part) => part.requirements ?? [])]
    .flat()
    .filter(({ resource_type_id, resource_ids }) => resource_type_id === type.id && resource_ids?.length);
  return indexesOf(
    resources,
    ({ type: { id }, rules }) =>
      id === type.id &&
      isChosen(rules) &&
      named.every(({ resource_ids }) => resource_ids!.includes(rules.id)) &&
      petMatches(rules.attributes, line.pet, true),
  );
}

function indexesOf<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): number[] {
  return items.flatMap((item, index) => (isWanted(item) ? [index] : []));
}
