export interface PetTraits {
  readonly species?: string | null;
  readonly breed?: string | null;
  readonly coat?: string | null;
  readonly weight_kg?: number | null;
  /** Derived from the weight if absent. */
  readonly size?: string | null;
}

export interface PetFilter {
  readonly species?: readonly string[];
  readonly sizes?: readonly string[];
  readonly coats?: readonly string[];
  readonly breeds?: readonly string[];
  readonly min_kg?: number;
  readonly max_kg?: number;
}

export interface NormalizedPet {
  readonly species: string | null;
  readonly breed: string | null;
  readonly coat: string | null;
  readonly size: string | null;
  readonly weight_kg: number | null;
}

type SizeBands = readonly { readonly name: string; readonly max_kg: number }[];

export const normalizeText = (text: string): string => text.trim().toLowerCase();

export function normalizePet(pet: PetTraits, sizes: SizeBands): NormalizedPet {
  const weight = pet.weight_kg ?? null;
  const band = weight === null ? undefined : sizes.find(({ max_kg }) => weight <= max_kg);
  const text = (value: string | null | undefined): string | null => (value ? normalizeText(value) : null);
  return {
    species: text(pet.species),
    breed: text(pet.breed),
    coat: text(pet.coat),
    size: text(pet.size ?? band?.name),
    weight_kg: weight,
  };
}

/** @param ifUnknown the result of a criterion if the pet's trait is unknown */
export function petMatches(filter: PetFilter | undefined, pet: NormalizedPet, ifUnknown: boolean): boolean {
  if (!filter) return true;
  const within = (wanted: readonly string[] | undefined, value: string | null): boolean => {
    if (!wanted) return true;
    return value === null ? ifUnknown : wanted.some((text) => normalizeText(text) === value);
  };
  const { min_kg = -Infinity, max_kg = Infinity } = filter;
  const limitsWeight = filter.min_kg !== undefined || filter.max_kg !== undefined;
  const weightFits = pet.weight_kg === null ? ifUnknown : pet.weight_kg >= min_kg && pet.weight_kg <= max_kg;
  return (
    within(filter.species, pet.species) &&
    within(filter.sizes, pet.size) &&
    within(filter.coats, pet.coat) &&
    within(filter.breeds, pet.breed) &&
    (!limitsWeight || weightFits)
  );
}
