import { AppError } from '../../../core/errors/index.js';
import { asValidation, invalidField } from '../availability/index.js';
import {
  type BookableService,
  type CatalogSnapshot,
  quoterFor,
  quoteVisit,
  type VisitQuote,
} from '../catalog/index.js';
import type { PetTraits } from '../engine/index.js';
import { publicServices, shownStaffNames } from './public-page-loader.js';
import type { ServiceOffer } from './dto/public-service.dto.js';

/** Duration and price of each service for these pets, in the order of the services; of boarding for one night. */
export function publicOffers(
  catalog: CatalogSnapshot,
  services: readonly BookableService[],
  pets: readonly PetTraits[],
): ServiceOffer[] {
  if (pets.length === 0) return services.map(usualOffer);
  const quote = quoterFor(catalog, services, new Date());
  return services.map((service) => {
    const isCountAllowed = pets.length <= service.pets.max && pets.length >= service.pets.min;
    const quoted = isCountAllowed ? quoteOrNull(() => quote({ service, pets })) : null;
    if (!quoted) return { ...usualOffer(service), accepted: false };
    const { minutes, price, accepted } = quoted;
    const hasPrice = service.price !== null || price !== 0;
    return { duration_min: minutes || service.duration_min, price: hasPrice ? price : null, accepted };
  });
}

export interface PublicVisit {
  service_id: string;
  staff_id?: string;
  pets?: readonly PetTraits[];
  add_ons?: readonly string[];
  nights?: number;
}

/** @throws AppError NOT_FOUND | VALIDATION_ERROR for a visit that the page does not offer */
export function quotePublicVisit(catalog: CatalogSnapshot, asked: PublicVisit): VisitQuote {
  const { service_id, staff_id, pets = [{}], add_ons = [], nights } = asked;
  const service = publicServices(catalog).find(({ _id }) => _id.toHexString() === service_id.toLowerCase());
  if (!service) throw AppError.notFound('Service');
  if (staff_id && !shownStaffNames(catalog).has(staff_id)) throw invalidField('staff_id', 'cannot be chosen here');
  if (pets.length > service.pets.max) throw invalidField('pets', `must not be more than ${service.pets.max}`);
  const visit = {
    service,
    pets: pets.map((pet) => ({ ...pet, add_on_ids: add_ons })),
    ...(staff_id && { staffId: staff_id }),
    ...(nights && { nights }),
  };
  return asValidation('add_ons', () => quoteVisit(catalog, visit, new Date()));
}

const usualOffer = ({ duration_min, price }: BookableService): ServiceOffer => ({
  duration_min,
  price: price ?? null,
  accepted: true,
});

/** @returns null for a visit that the service cannot have */
function quoteOrNull(quote: () => VisitQuote): VisitQuote | null {
  try {
    return quote();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
