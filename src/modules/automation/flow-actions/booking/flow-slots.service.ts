import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { localDate, MAX_SEARCH_DAYS, SlotsService } from '../../../booking/availability/index.js';
import { BookingCatalog, type BookableService, type CatalogSnapshot } from '../../../booking/catalog/index.js';
import { dateOf, dayNumberOf, type DaySlots, type Slot } from '../../../booking/engine/index.js';
import type { FlowEffect } from '../../flow-core/index.js';
import { ActionFailure } from '../action-failure.js';
import type { ActionResult, FlowActionRun } from '../flow-action-run.js';
import { LocalWords } from '../../../booking/offers/index.js';
import { BookingPets } from './booking-pets.service.js';
import { holdsOf } from './hold-keys.js';
import { PetTimes } from './pet-times.service.js';
import { chooseSlots } from './slot-choice.js';

type FindSlots = Extract<FlowEffect, { kind: 'find_slots' }>;

/** Most services have a free time in these days; only if there is none, the search goes on to {@link MAX_SEARCH_DAYS}. */
const FIRST_DAYS = 14;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Finds free times that a flow offers as choices. */
@Injectable()
export class FlowSlots {
  constructor(
    private readonly slots: SlotsService,
    private readonly catalog: BookingCatalog,
    private readonly companies: CompaniesService,
    private readonly pets: BookingPets,
    private readonly petTimes: PetTimes,
  ) {}

  /**
   * @returns `{label, starts_at, staff_id}` for each slot, by time; no two with one label. With the pet that they are for
   * @throws ActionFailure NO_SLOTS | BAD_DATE | PETS_AMBIGUOUS | PET_NOT_ACCEPTED | AppError NOT_FOUND for the service
   */
  async find(scope: CompanyScope, run: FlowActionRun, effect: FindSlots): Promise<ActionResult> {
    const [catalog, { locale }] = await Promise.all([this.catalog.loadCatalog(scope), this.companies.get(scope)]);
    const service = serviceOf(catalog, effect.service_id);
    const pet_id = await this.pets.petFor(scope, run.contact_id, service, effect.pet_id);
    const request = { service_id: effect.service_id, pet_ids: pet_id ? [pet_id] : [] };
    const first = firstDate(effect.from, localDate(new Date(), catalog.time_zone));
    const words = new LocalWords(locale, catalog.time_zone);
    for (const [skipped, days] of [[0, FIRST_DAYS] as const, [FIRST_DAYS, MAX_SEARCH_DAYS - FIRST_DAYS] as const]) {
      const range = { from: dateAfter(first, skipped), to: dateAfter(first, skipped + days - 1) };
      const found = await this.slots.search(scope, { ...range, request, channel: 'public' });
      const free = pet_id ? await this.petTimes.free(scope, pet_id, found.days, holdsOf(run)) : found.days;
      const chosen = chooseSlots(withOwnLabels(free, words), effect.limit);
      if (chosen.length > 0) return { value: chosen.map((slot) => toOffer(slot, words)), ...(pet_id && { pet_id }) };
    }
    throw new ActionFailure('NO_SLOTS', `${service.name} has no free time in the next ${MAX_SEARCH_DAYS} days`);
  }
}

/** No fixed person: the hold takes anybody who is free then. */
function toOffer({ starts_at }: Slot, words: LocalWords): { label: string; starts_at: string; staff_id: null } {
  return { label: words.label(starts_at), starts_at: starts_at.toISOString(), staff_id: null };
}

/** @throws AppError NOT_FOUND for a service that customers cannot book themselves */
export function serviceOf({ services }: CatalogSnapshot, id: string): BookableService {
  const service = services.find(({ _id, active, public: isPublic }) => _id.equals(id) && active && isPublic);
  if (!service) throw AppError.notFound('Service');
  return service;
}

/** @throws ActionFailure BAD_DATE */
function firstDate(asked: string | null, today: string): string {
  if (asked === null) return today;
  const isDate = DATE.test(asked) && !Number.isNaN(Date.parse(asked));
  if (!isDate) throw new ActionFailure('BAD_DATE', 'The first date of the search must be a date such as 2030-01-31');
  return asked > today ? asked : today;
}

/** In the hour that a clock change repeats, two starts look the same to a customer. */
function withOwnLabels(days: readonly DaySlots[], words: LocalWords): DaySlots[] {
  return days.map(({ date, slots }) => {
    const byLabel = new Map<string, Slot>();
    for (const slot of slots)
      if (!byLabel.has(words.label(slot.starts_at))) byLabel.set(words.label(slot.starts_at), slot);
    return { date, slots: [...byLabel.values()] };
  });
}

const dateAfter = (date: string, days: number): string => dateOf(dayNumberOf(date) + days);
