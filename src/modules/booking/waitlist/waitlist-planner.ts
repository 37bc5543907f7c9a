import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import type { BookableService, CatalogSnapshot } from '../catalog/index.js';
import type { Slot } from '../engine/index.js';
import { dateAfter, localDate, MAX_SEARCH_DAYS, SlotsService } from '../availability/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { visitRequestOf } from './waitlist-offer.service.js';
import { WaitlistPlan } from './waitlist-plan.js';
import { rangesOf } from './waitlist-ranking.js';

@Injectable()
export class WaitlistPlanner {
  constructor(
    private readonly slots: SlotsService,
    private readonly pets: PetsService,
  ) {}

  /** Entries of the same kind share one plan. */
  async plan(
    scope: CompanyScope,
    catalog: CatalogSnapshot,
    entries: readonly WaitlistEntry[],
  ): Promise<Map<WaitlistEntry, WaitlistPlan>> {
    const pets = await this.petsOf(scope, entries);
    const kinds = Map.groupBy(entries, (entry) => kindOf(catalog, entry, pets));
    const plans = new Map<WaitlistEntry, WaitlistPlan>();
    for (const sameKind of kinds.values()) {
      const service = serviceOf(catalog, sameKind[0] as WaitlistEntry);
      if (!service) continue;
      const found = await this.search(scope, catalog, service, sameKind).catch(noSlotsIfRefused);
      const plan = new WaitlistPlan(catalog, found, service.kind === 'boarding');
      for (const entry of sameKind) plans.set(entry, plan);
    }
    return plans;
  }

  private async search(
    scope: CompanyScope,
    { time_zone }: CatalogSnapshot,
    { staff_horizon_days }: BookableService,
    alike: readonly WaitlistEntry[],
  ): Promise<Slot[]> {
    const request = visitRequestOf(alike[0] as WaitlistEntry);
    const today = localDate(new Date(), time_zone);
    const horizon = dateAfter(today, staff_horizon_days);
    const windows = alike.flatMap((entry) => entry.windows).filter(({ date_from }) => date_from <= horizon);
    const found: Slot[] = [];
    for (const range of rangesOf(windows, today, MAX_SEARCH_DAYS)) {
      const { days } = await this.slots.search(scope, { ...range, request: request, channel: 'staff' });
      found.push(...days.flatMap(({ slots }) => slots));
    }
    return found;
  }

  private async petsOf(scope: CompanyScope, entries: readonly WaitlistEntry[]): Promise<Map<string, Pet>> {
    const ids = new Map(entries.flatMap(({ pet_ids }) => pet_ids.map((id) => [id.toHexString(), id] as const)));
    const found = ids.size > 0 ? await this.pets.getMany(scope, [...ids.values()]) : [];
    return new Map(found.map((pet) => [pet._id.toHexString(), pet]));
  }
}

const serviceOf = ({ services }: CatalogSnapshot, { service_id }: WaitlistEntry): BookableService | undefined =>
  services.find(({ _id }) => _id.equals(service_id));

/** Equal for entries with the same free times: pets count only by traits that catalog rules use. */
function kindOf(catalog: CatalogSnapshot, entry: WaitlistEntry, pets: ReadonlyMap<string, Pet>): string {
  const { service_id, staff_id, nights, pet_ids } = entry;
  const service = serviceOf(catalog, entry);
  const looksAtPets = service !== undefined && asksForPets(catalog, service);
  const traits = pet_ids.map((id) => {
    const pet = pets.get(id.toHexString());
    // A deleted pet must not block other entries.
    if (!pet) return id.toHexString();
    return looksAtPets ? [pet.species, pet.breed, pet.coat, weightClass(catalog, pet.weight_kg)] : null;
  });
  return JSON.stringify([service_id, staff_id, nights, traits]);
}

function asksForPets({ resources, quotas }: CatalogSnapshot, service: BookableService): boolean {
  if (service.pet_matrix.length > 0 || service.accepted_species.length > 0) return true;
  const isPicky = resources.some(({ attributes: { max_kg, species } }) => max_kg !== null || species.length > 0);
  return isPicky || quotas.some(({ species, size }) => species !== null || size !== null);
}

/** The number of size and resource limits that a weight exceeds. */
function weightClass({ settings, resources }: CatalogSnapshot, weight: number | null): number | null {
  if (weight === null) return null;
  const limits = [
    ...settings.sizes.map(({ max_kg }) => max_kg),
    ...resources.map(({ attributes }) => attributes.max_kg),
  ];
  return new Set(limits.filter((limit) => limit !== null && weight > limit)).size;
}

function noSlotsIfRefused(error: unknown): Slot[] {
  if (error instanceof AppError) return [];
  throw error;
}
