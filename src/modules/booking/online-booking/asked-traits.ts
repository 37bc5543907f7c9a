import type { BookableService, CatalogSnapshot } from '../catalog/index.js';

/** Asked for if the rules of the company name no species. */
const USUAL_SPECIES = ['dog', 'cat'];

/** Traits of pets that decide about duration, price or place somewhere on the page; others need no question. */
export interface AskedTraits {
  species: string[];
  /** Whether a service takes species that are not listed. */
  other_species: boolean;
  weight: boolean;
  sizes: { name: string; max_kg: number | null }[];
  coats: string[];
  breeds: string[];
}

/** @param services that the page shows */
export function askedTraits(
  services: readonly BookableService[],
  { resources, settings }: Pick<CatalogSnapshot, 'resources' | 'settings'>,
): AskedTraits {
  const rows = services.flatMap(({ pet_matrix }) => pet_matrix);
  const named = [
    ...services.flatMap(({ accepted_species }) => accepted_species),
    ...rows.map(({ species }) => species),
  ];
  const species = distinct(named);
  const sizesMatter = rows.some(({ size }) => size !== null);
  return {
    species: species.length > 0 ? species : USUAL_SPECIES,
    other_species: services.some(({ accepted_species }) => accepted_species.length === 0),
    weight: sizesMatter || resources.some(({ active, attributes }) => active && attributes.max_kg !== null),
    sizes: sizesMatter ? settings.sizes.map(({ name, max_kg }) => ({ name, max_kg: max_kg ?? null })) : [],
    coats: distinct(rows.map(({ coat }) => coat)),
    breeds: distinct(rows.map(({ breed }) => breed)),
  };
}

/** Without repetitions, whatever the case; the first spelling stays. */
function distinct(texts: readonly (string | null | undefined)[]): string[] {
  const byKey = new Map<string, string>();
  for (const text of texts)
    if (text && !byKey.has(text.trim().toLowerCase())) byKey.set(text.trim().toLowerCase(), text);
  return [...byKey.values()];
}
