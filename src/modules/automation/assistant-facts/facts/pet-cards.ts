import type { PetCard } from '../../assistant-core/index.js';
import { type CustomerPet, petFacts } from '../../flow-actions/index.js';
import type { MemoryFact } from '../memory/memory-fact.schema.js';

/** Of the allergies that a customer has told, because a bare word such as "chicken" says nothing. */
const LABELS: Readonly<Record<string, Partial<Record<MemoryFact['field'], string>>>> = {
  en: { allergies: 'allergy', medication: 'medication', condition: 'condition' },
  'pt-BR': { allergies: 'alergia', medication: 'medicação', condition: 'condição' },
};

/**
 * What a customer may hear about a pet: its record, and the facts that are approved and not expired. What staff have recorded counts
 * before what a customer has told. Notes of staff are left out.
 */
export function petCard(
  { pet, clearances }: CustomerPet,
  facts: readonly MemoryFact[],
  today: string,
  locale: string,
): Omit<PetCard, 'alias'> {
  const own = facts.filter(({ pet_id }) => pet_id?.equals(pet._id));
  const { name, species, breed, weight_kg, vaccinations } = petFacts(pet, clearances, today);
  return {
    name,
    species,
    breed: breed ?? valueOf(own, 'breed'),
    weight_kg: weight_kg ?? numberOf(valueOf(own, 'weight_kg')),
    notes: notesOf(pet, own, locale),
    vaccinations,
  };
}

function notesOf(pet: CustomerPet['pet'], own: readonly MemoryFact[], locale: string): string[] {
  const labels = LABELS[locale] ?? LABELS['en']!;
  const said = (field: MemoryFact['field'], value: string): string =>
    labels[field] === undefined ? value : `${labels[field]}: ${value}`;
  const noted = own.filter(({ field }) => field !== 'breed' && field !== 'weight_kg');
  const notes = [
    ...pet.temperament,
    ...pet.allergies.map((allergy) => said('allergies', allergy)),
    ...noted.map(({ field, value }) => said(field, value)),
  ];
  return [...new Set(notes)];
}

/** What staff have recorded, else the newest. */
function valueOf(facts: readonly MemoryFact[], field: MemoryFact['field']): string | null {
  const named = facts.filter((fact) => fact.field === field);
  const best = named.findLast(({ source }) => source.kind === 'staff') ?? named.at(-1);
  return best?.value ?? null;
}

function numberOf(text: string | null): number | null {
  const number = Number(text);
  return text === null || Number.isNaN(number) ? null : number;
}
