import { type CompiledRules, compileRules, type PetRequest, resolveVisit } from '../../engine/index.js';
import type { BookableService } from '../services/service.schema.js';
import type { CatalogSnapshot } from '../snapshot/catalog-snapshot.js';
import { toBookingRules } from './booking-rules.js';
import { withStaffOverride, toServiceRules } from './service-rules.js';

/** Minutes count from the start of the visit. */
export interface QuotedLine {
  pet_id: string | null;
  starts_after_min: number;
  minutes: number;
  price: number;
}

export interface VisitQuote {
  minutes: number;
  /** In minor units of `currency`. */
  price: number;
  /** ISO 4217. */
  currency: string;
  lines: QuotedLine[];
  /** False if the service does not accept one of the pets. */
  accepted: boolean;
}

export interface QuotedVisit {
  service: BookableService;
  pets: readonly PetRequest[];
  nights?: number;
}

/** @throws RangeError for impossible add-ons, pets or nights */
export function quoteVisit(catalog: CatalogSnapshot, visit: QuotedVisit & { staffId?: string }, now: Date): VisitQuote {
  const { staffId, service: base } = visit;
  const service = staffId ? withStaffOverride(base, staffId) : base;
  return quoterFor(catalog, [service], now)({ ...visit, service });
}

/** Quotes visits of these services; compiles the rules once. Each call throws like {@link quoteVisit}. */
export function quoterFor(
  catalog: CatalogSnapshot,
  services: readonly BookableService[],
  now: Date,
): (visit: QuotedVisit) => VisitQuote {
  const rules = { ...toBookingRules(catalog, now), staff: [], services: services.map(toServiceRules) };
  const compiled = compileRules(rules);
  return (visit) => quoteWith(compiled, visit, { currency: catalog.currency, now });
}

function quoteWith(
  compiled: CompiledRules,
  { service, pets, nights }: QuotedVisit,
  { currency, now }: { currency: string; now: Date },
): VisitQuote {
  const { plan, stagger_min } = service.pets;
  const visit = resolveVisit(compiled, {
    service_id: service._id.toHexString(),
    channel: 'staff',
    now,
    pets,
    arrangement: plan,
    ...(stagger_min ? { stagger_min } : {}),
    ...(nights ? { nights } : {}),
  });
  if (!visit.hasPositiveDurations)
    throw new RangeError('a segment of the service lasts 0 minutes or less for this pet; change the service');
  return {
    minutes: visit.minutes,
    price: visit.lines.reduce((sum, { price }) => sum + price, 0),
    currency,
    lines: visit.lines.map(({ petId, start, end, price }) => ({
      pet_id: petId,
      starts_after_min: start,
      minutes: end - start,
      price,
    })),
    accepted: visit.arePetsAccepted,
  };
}
