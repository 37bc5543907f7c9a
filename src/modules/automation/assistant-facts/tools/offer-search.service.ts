import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { policyView } from '../../../booking/appointments/index.js';
import {
  dateAfter,
  localDate,
  MAX_SEARCH_DAYS,
  otherTimesOf,
  SlotsService,
} from '../../../booking/availability/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../../../booking/catalog/index.js';
import { type ArgsOf, TURN_LIMITS } from '../../assistant-core/index.js';
import { PetTimes, serviceOf } from '../../flow-actions/index.js';
import type { StoredOffer, ToolContext } from '../facts/facts.types.js';
import { wallMinute } from '../facts/opening-facts.js';
import { chooseOffers } from './offer-choice.js';
import { OwnedByCustomer } from './owned.service.js';
import { ServedPets } from './served-pets.service.js';
import { ToolFailure } from './tool-failure.js';

const OFFER_LIFE_MS = 15 * 60_000;
const MINUTES_A_DAY = 1_440;
/** New aliases follow those of the last search, so an old button never means another time. */
const LAST_ALIAS = 900;

/** The beginning of the client keys of holds that the assistant makes; a new hold replaces them. */
const OWN_HOLDS = 'assistant:';

type FindSlots = ArgsOf<'find_slots'>;
type Search = Pick<StoredOffer, 'service_id' | 'pet_id' | 'appointment_id'> &
  Pick<Parameters<SlotsService['search']>[1], 'request' | 'except' | 'services'> & {
    /** The present start of the appointment, which is not offered. */
    readonly now_at?: Date;
  };

/** Finds free times to offer. */
@Injectable()
export class OfferSearch {
  constructor(
    private readonly slots: SlotsService,
    private readonly catalog: BookingCatalog,
    private readonly owned: OwnedByCustomer,
    private readonly pets: ServedPets,
    private readonly petTimes: PetTimes,
  ) {}

  /**
   * Five at most, in order of time; none if nothing is free. With an appointment only times to which it may move.
   * @throws ToolFailure UNKNOWN_ALIAS | NOT_ALLOWED | AppError NOT_FOUND for the service
   */
  async find(scope: CompanyScope, context: ToolContext, args: FindSlots): Promise<StoredOffer[]> {
    const catalog = await this.catalog.loadCatalog(scope);
    const range = searchedDays(args, localDate(new Date(), catalog.time_zone));
    if (!range) return [];
    const { now_at, service_id, pet_id, appointment_id, ...query } = await this.searchOf(scope, context, args, catalog);
    const found = await this.slots.search(scope, { ...range, ...query, channel: 'public' });
    // A move may overlap the appointment that it moves.
    const isBooking = pet_id !== null && appointment_id === null;
    const free = isBooking ? await this.petTimes.free(scope, pet_id, found.days, OWN_HOLDS) : found.days;
    const minuteOf = (at: Date): number => wallMinute(at, catalog.time_zone) % MINUTES_A_DAY;
    const days = free.map(({ date, slots }) => ({
      date,
      slots: slots.filter(({ starts_at }) => starts_at.getTime() !== now_at?.getTime()),
    }));
    const starts = chooseOffers(days, args, TURN_LIMITS.offers, minuteOf);
    const expires_at = new Date(Date.now() + OFFER_LIFE_MS);
    const first = nextAlias(context.offers);
    return starts.map((starts_at, place) => ({
      ...{ alias: `o${first + place}`, starts_at, service_id, pet_id, appointment_id, expires_at },
    }));
  }

  private async searchOf(
    scope: CompanyScope,
    context: ToolContext,
    { service, pet, appointment }: FindSlots,
    catalog: CatalogSnapshot,
  ): Promise<Search> {
    if (appointment !== null) return this.otherTimes(scope, context, appointment);
    if (service === null) throw new ToolFailure('NOT_ALLOWED', 'A search needs a service or an appointment');
    const offered = serviceOf(catalog, this.owned.serviceId(context, service));
    const pet_id = await this.pets.petFor(scope, context, offered, pet);
    const service_id = offered._id.toHexString();
    return { service_id, pet_id, appointment_id: null, request: { service_id, pet_ids: pet_id ? [pet_id] : [] } };
  }

  private async otherTimes(scope: CompanyScope, context: ToolContext, alias: string): Promise<Search> {
    const booking = await this.owned.appointment(scope, context, alias);
    const { can_cancel, can_reschedule } = policyView(booking, new Date());
    if (!can_cancel || !can_reschedule) throw new ToolFailure('NOT_ALLOWED', 'Only staff may move this appointment');
    return {
      service_id: booking.service_id.toHexString(),
      pet_id: booking.pet_ids[0]?.toHexString() ?? null,
      appointment_id: booking._id.toHexString(),
      now_at: booking.starts_at,
      ...otherTimesOf(booking),
    };
  }
}

/** Null if all of the days are over. */
function searchedDays(
  { from, to }: Pick<FindSlots, 'from' | 'to'>,
  today: string,
): { from: string; to: string } | null {
  const first = from > today ? from : today;
  const last = dateAfter(first, MAX_SEARCH_DAYS - 1);
  if (to < first) return null;
  return { from: first, to: to < last ? to : last };
}

function nextAlias(offers: readonly StoredOffer[]): number {
  const last = Math.max(0, ...offers.map(({ alias }) => Number(alias.slice(1))));
  return last < LAST_ALIAS ? last + 1 : 1;
}
