import type { BookableService, CatalogSnapshot, VisitQuote } from '../../../booking/catalog/index.js';
import { quoterFor } from '../../../booking/catalog/index.js';
import { publicServices } from '../../../booking/online-booking/index.js';
import { traitsOf } from '../../../booking/availability/index.js';
import type { Pet } from '../../../customers/pets/index.js';
import type { ServiceFacts } from '../../assistant-core/index.js';
import { type PriceRange, priceRange, PriceWords } from './price-words.js';

type Quoter = (visit: { service: BookableService; pets: readonly ReturnType<typeof traitsOf>[] }) => VisitQuote;

/** Compiled once for each state of a catalog. */
const quoters = new WeakMap<CatalogSnapshot, Quoter>();

/** The price is that of the customer's pets, if it is known; else everything that it may be. */
export function serviceFacts(
  catalog: CatalogSnapshot,
  service: BookableService,
  pets: readonly Pet[],
  words: PriceWords,
): Omit<ServiceFacts, 'alias'> {
  const { name, accepted_species, duration_min } = service;
  return {
    name,
    words: [],
    species: accepted_species,
    price: words.ofService(service, rangeFor(catalog, service, pets)),
    duration_min,
    is_bookable: isBookable(service, pets.length),
  };
}

/** The dialogue books one pet and asks for no nights. */
function isBookable({ kind, pets: { min } }: BookableService, pets: number): boolean {
  return kind !== 'boarding' && min <= Math.min(pets, 1);
}

function rangeFor(catalog: CatalogSnapshot, service: BookableService, pets: readonly Pet[]): PriceRange | null {
  const all = priceRange(service);
  if (all === null || all.least === all.most || pets.length === 0) return all;
  if (service.staff_overrides.length > 0 || !pets.every((pet) => knowsTraits(service, pet))) return all;
  const quotes = pets.map((pet) => quoteOf(catalog, service, pet)).filter((quote) => quote?.accepted);
  const prices = quotes.map((quote) => quote!.price);
  return prices.length === 0 ? all : { least: Math.min(...prices), most: Math.max(...prices) };
}

/** Whether every trait that changes the price is known of the pet. */
function knowsTraits({ pet_matrix }: BookableService, { species, coat, breed, weight_kg }: Pet): boolean {
  return pet_matrix.every(
    (row) =>
      (row.species === null || species !== null) &&
      (row.coat === null || coat !== null) &&
      (row.breed === null || breed !== null) &&
      (row.size === null || weight_kg !== null),
  );
}

function quoteOf(catalog: CatalogSnapshot, service: BookableService, pet: Pet): VisitQuote | null {
  let quoter = quoters.get(catalog);
  if (!quoter) {
    quoter = quoterFor(catalog, publicServices(catalog), new Date());
    quoters.set(catalog, quoter);
  }
  try {
    return quoter({ service, pets: [traitsOf(pet)] });
  } catch (error) {
    // A service that cannot be done for this pet has no price for it.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
