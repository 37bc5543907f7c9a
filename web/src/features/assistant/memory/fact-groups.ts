import { type Fact, FACT_FIELDS } from '../assistant-types.ts';

/** Facts about one pet, or about the customer. */
export interface FactGroup {
  pet: Fact['pet'];
  facts: Fact[];
}

/** Below this, staff see that the assistant was not sure. */
export const SURE_FROM = 0.7;

/** The customer first, then the pets by name; in a group first what waits for approval, then by kind. */
export function factGroups(facts: readonly Fact[]): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const fact of facts) {
    const key = fact.pet?._id ?? '';
    const group = groups.get(key) ?? { pet: fact.pet, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  for (const group of groups.values()) group.facts.sort(byUrgency);
  return [...groups.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nameOf = ({ pet }: FactGroup): string => pet?.name ?? '';

function byUrgency(a: Fact, b: Fact): number {
  const waits = (fact: Fact): number => (fact.status === 'for_approval' ? 0 : 1);
  return waits(a) - waits(b) || FACT_FIELDS.indexOf(a.field) - FACT_FIELDS.indexOf(b.field);
}
