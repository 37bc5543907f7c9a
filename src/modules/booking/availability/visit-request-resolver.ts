import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import type { BookableService, CatalogSnapshot } from '../catalog/index.js';
import {
  dayNumberOf,
  MAX_NIGHTS,
  MAX_PETS,
  type PetRequest,
  type PetTraits,
  type SearchRequest,
} from '../engine/index.js';
import { variantCombinations } from './staff-variants.js';
import { asValidation, invalidField } from './request.errors.js';

/** Decides about lead times and visible services. */
export type BookingChannel = 'staff' | 'public';

/** One service for one pet. Ids are hex. */
export interface VisitItem {
  service_id: string;
  pet_id?: string | null;
  pet?: PetTraits;
  staff_id?: string;
  add_ons?: readonly string[];
  duration_min?: number;
}

/** One service for some pets, or `items` with a service each. Ids are hex. */
export interface VisitRequest {
  service_id?: string;
  staff_id?: string;
  pet_ids?: readonly string[];
  pets?: readonly PetTraits[];
  add_ons?: readonly string[];
  items?: readonly VisitItem[];
  nights?: number;
  resource_ids?: readonly string[];
}

/** Rules that the engine does not know. */
export type VisitRefusal = 'SERVICE_INACTIVE' | 'PET_COUNT' | 'NIGHTS';

type EngineSearch = Omit<SearchRequest, 'now'>;

export interface ResolvedVisit {
  readonly requests: readonly EngineSearch[];
  readonly items: readonly VisitItem[];
  readonly services: readonly BookableService[];
  readonly pets: readonly Pet[];
  readonly nights: number | null;
  /** Set if no start is possible. */
  readonly refusal?: VisitRefusal;
}

/** Loads the pets of a visit request and turns it into requests for the engine. */
@Injectable()
export class VisitRequestResolver {
  constructor(private readonly petsService: PetsService) {}

  /** @throws AppError NOT_FOUND unless all are pets of the company */
  async petsOf(scope: CompanyScope, request: VisitRequest): Promise<Pet[]> {
    const ids = itemsOf(request).flatMap(({ pet_id }) => (pet_id ? [pet_id.toLowerCase()] : []));
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const found = await this.petsService.getMany(
      scope,
      wanted.map((id) => toObjectId(id, 'pet_ids')),
    );
    if (found.length < wanted.length) throw AppError.notFound('Pet');
    return found;
  }
}

/** @throws AppError NOT_FOUND for a service that is unknown or not offered on the channel | VALIDATION_ERROR */
export function resolveVisit(
  catalog: CatalogSnapshot,
  request: VisitRequest,
  pets: readonly Pet[],
  channel: BookingChannel,
): ResolvedVisit {
  const items = itemsOf(request);
  if (items.length > MAX_PETS) throw invalidField('pet_ids', `must not be more than ${MAX_PETS}`);
  const services = items.map((item) => serviceOf(catalog, item.service_id, channel));
  assertCombinable(items, services);
  const [first] = services as [BookableService];
  if (request.nights !== undefined && first.kind !== 'boarding')
    throw invalidField('nights', 'is only for boarding services');
  const nights = first.kind === 'boarding' ? (request.nights ?? first.min_nights ?? 1) : null;
  if (nights !== null && nights > MAX_NIGHTS) throw invalidField('nights', `must not be more than ${MAX_NIGHTS}`);
  const named = items.filter(({ pet_id, pet }) => pet_id || pet).length;
  const refusal = refusalOf(services, named, nights);
  return {
    items,
    services,
    pets,
    nights,
    requests: requestsOf(request, items, services, pets, { channel, nights }),
    ...(refusal ? { refusal } : {}),
  };
}

function itemsOf({ service_id, pet_ids = [], pets, items, add_ons = [] }: VisitRequest): VisitItem[] {
  if (pets?.length && (items?.length || pet_ids.length > 0))
    throw invalidField('pets', 'cannot be sent together with pet_ids or items');
  if (items?.length) return [...items];
  if (!service_id) throw invalidField('service_id', 'is needed where there are no items');
  if (pets?.length) return pets.map((pet) => ({ service_id, pet_id: null, pet: traitsOf(pet), add_ons }));
  const whose = pet_ids.length > 0 ? pet_ids : [null];
  return whose.map((pet_id) => ({ service_id, pet_id, add_ons }));
}

function serviceOf({ services }: CatalogSnapshot, id: string, channel: BookingChannel): BookableService {
  const found = services.find(({ _id }) => _id.toHexString() === id.toLowerCase());
  if (!found || (channel === 'public' && !found.public)) throw AppError.notFound('Service');
  return found;
}

function assertCombinable(items: readonly VisitItem[], services: readonly BookableService[]): void {
  if (services.some(({ kind }) => kind !== services[0]?.kind))
    throw invalidField('items', 'must be services of one kind');
  items.forEach(({ add_ons = [] }, index) => {
    const known = new Set(services[index]?.add_ons.map(({ key }) => key));
    const unknown = add_ons.find((key) => !known.has(key));
    if (unknown !== undefined) throw invalidField('add_ons', `must be of the service, which has no ${unknown}`);
  });
}

function refusalOf(
  services: readonly BookableService[],
  named: number,
  nights: number | null,
): VisitRefusal | undefined {
  if (services.some(({ active }) => !active)) return 'SERVICE_INACTIVE';
  const isOver = (service: BookableService): boolean =>
    services.filter((one) => one === service).length > service.pets.max;
  // The number of pets is checked only when pets are named.
  const isUnder = (service: BookableService): boolean => named > 0 && named < service.pets.min;
  if (services.some((service) => isOver(service) || isUnder(service))) return 'PET_COUNT';
  const { min_nights = null, max_nights = null } = services[0] ?? {};
  if (nights !== null && (nights < (min_nights ?? 1) || nights > (max_nights ?? MAX_NIGHTS))) return 'NIGHTS';
  return undefined;
}

function requestsOf(
  { staff_id, resource_ids = [] }: VisitRequest,
  items: readonly VisitItem[],
  services: readonly BookableService[],
  pets: readonly Pet[],
  { channel, nights }: { channel: BookingChannel; nights: number | null },
): EngineSearch[] {
  const [first] = services as [BookableService];
  const { plan, stagger_min } = first.pets;
  const common = {
    channel,
    ...(staff_id === undefined ? {} : { staff_id: staff_id.toLowerCase() }),
    ...(nights === null ? {} : { nights }),
    arrangement: plan,
    ...(stagger_min === null ? {} : { stagger_min }),
    ...(resource_ids.length === 0 ? {} : { resource_ids: resource_ids.map((id) => id.toLowerCase()) }),
  };
  const request = (variants: readonly string[]): EngineSearch => ({
    ...common,
    service_id: variants[0] as string,
    pets: items.map((item, index) => petRequest(item, variants[index] as string, pets)),
  });
  const pinned = items.map((item, index) =>
    (item.staff_id ?? (index === 0 || plan === 'sequence' ? staff_id : undefined))?.toLowerCase(),
  );
  return variantCombinations(services, pinned, plan).map(request);
}

function petRequest(
  { pet_id, pet: described, staff_id, add_ons = [], duration_min }: VisitItem,
  variant: string,
  pets: readonly Pet[],
): PetRequest {
  const pet = pets.find(({ _id }) => _id.toHexString() === pet_id?.toLowerCase());
  return {
    service_id: variant,
    add_on_ids: add_ons,
    ...(duration_min === undefined ? {} : { minutes: duration_min }),
    ...(staff_id === undefined ? {} : { staff_id: staff_id.toLowerCase() }),
    ...(pet ? { ...traitsOf(pet), id: pet._id.toHexString() } : described),
  };
}

/** Only the traits that affect duration, price and suitable staff or resources. */
export function traitsOf({ species, size, weight_kg, coat, breed }: PetTraits): PetTraits {
  return {
    ...(species ? { species } : {}),
    ...(size ? { size } : {}),
    ...(weight_kg === undefined || weight_kg === null ? {} : { weight_kg }),
    ...(coat ? { coat } : {}),
    ...(breed ? { breed } : {}),
  };
}

/** @throws AppError VALIDATION_ERROR unless the second day is later */
export function nightsBetween(firstDay: string, lastDay: string): number {
  const nights = asValidation('ends_at', () => dayNumberOf(lastDay) - dayNumberOf(firstDay));
  if (nights < 1) throw invalidField('ends_at', 'must be on a later day');
  return nights;
}
