import { byEachPerson, type PetQuote, type PricedService, quoteFor } from './pet-matrix.ts';

export interface PriceRange {
  minutes: readonly [least: number, most: number];
  /** Null if the service names no price for any pet. */
  price: readonly [least: number, most: number] | null;
}

/** The shortest and longest duration, and the lowest and highest price, over all people and all pets that the service takes. */
export function priceRange(service: PricedService): PriceRange | undefined {
  const { accepted_species, pet_matrix } = service;
  const valuesOf = (key: 'size' | 'coat' | 'breed'): (string | null)[] => [
    ...new Set([null, ...pet_matrix.map((row) => row[key] ?? null)]),
  ];
  const listed = [...accepted_species, ...pet_matrix.flatMap((row) => row.species ?? [])];
  const species = accepted_species.length > 0 ? accepted_species : [null, ...new Set(listed)];
  const offers = byEachPerson(service);
  const quotes: PetQuote[] = [];
  for (const one of species)
    for (const size of valuesOf('size'))
      for (const coat of valuesOf('coat'))
        for (const breed of valuesOf('breed'))
          quotes.push(...offers.map((offer) => quoteFor(offer, { species: one, size, coat, breed })));
  const accepted = quotes.filter(({ isAccepted }) => isAccepted);
  if (accepted.length === 0) return undefined;
  const minutes = accepted.map((quote) => quote.minutes);
  const prices = accepted.flatMap(({ price }) => price ?? []);
  return {
    minutes: [Math.min(...minutes), Math.max(...minutes)],
    price: prices.length > 0 ? [Math.min(...prices), Math.max(...prices)] : null,
  };
}
