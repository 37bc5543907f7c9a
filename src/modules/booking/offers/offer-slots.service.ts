import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { dateAfter, localDate, MAX_SEARCH_DAYS, SlotsService } from '../availability/index.js';
import { type BookableService, BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import type { Slot } from '../engine/index.js';
import { sameTimeTwice, slotNotFree } from './offer.errors.js';
import type { OfferedTime } from './schemas/time-offer.schema.js';
import { pickSlots } from './slot-picker.js';
import { LocalWords } from './wording/local-words.js';
import type { OfferLanguage } from './wording/offer-language.js';

/** Most services have a free time in these days; only if there is none, the search goes on. */
const FIRST_DAYS = 14;
const MINUTES_AN_HOUR = 60;

export interface OfferedVisit {
  readonly service: BookableService;
  /** Hex. */
  readonly pet_ids: readonly string[];
  readonly language: OfferLanguage;
}

export interface WantedTime {
  readonly starts_at: Date;
  /** Hex. Absent: anybody who is free. */
  readonly staff_id?: string;
}

/** Finds and checks the times of offers by the search that bookings use, so every offered time can be booked. */
@Injectable()
export class OfferSlots {
  constructor(
    private readonly slots: SlotsService,
    private readonly catalog: BookingCatalog,
  ) {}

  /** Up to three good times; none if nothing is free. @param staffId hex, only with this person */
  async pick(scope: CompanyScope, visit: OfferedVisit, staffId?: string): Promise<OfferedTime[]> {
    const catalog = await this.catalog.loadCatalog(scope);
    const words = new LocalWords(visit.language, catalog.time_zone);
    const today = localDate(new Date(), catalog.time_zone);
    for (const [skipped, days] of [[0, FIRST_DAYS] as const, [FIRST_DAYS, MAX_SEARCH_DAYS - FIRST_DAYS] as const]) {
      const range = { from: dateAfter(today, skipped), to: dateAfter(today, skipped + days - 1) };
      const request = requestOf(visit, staffId);
      const found = await this.slots.search(scope, { ...range, request, channel: 'staff' });
      const picked = pickSlots(found.days, (at) => minuteOf(words.time(at)));
      if (picked.length > 0) return picked.map((slot) => toTime(slot, catalog, words, staffId));
    }
    return [];
  }

  /** @throws AppError SLOT_NOT_OFFERED | VALIDATION_ERROR | NOT_FOUND for the service or a pet */
  async check(scope: CompanyScope, visit: OfferedVisit, wanted: readonly WantedTime[]): Promise<OfferedTime[]> {
    const catalog = await this.catalog.loadCatalog(scope);
    const words = new LocalWords(visit.language, catalog.time_zone);
    const times = await Promise.all(wanted.map((time) => this.checkOne(scope, visit, time, catalog, words)));
    const labels = new Set(times.map(({ label }) => label));
    if (labels.size < times.length) throw sameTimeTwice();
    return times.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
  }

  private async checkOne(
    scope: CompanyScope,
    visit: OfferedVisit,
    { starts_at, staff_id }: WantedTime,
    catalog: CatalogSnapshot,
    words: LocalWords,
  ): Promise<OfferedTime> {
    const date = localDate(starts_at, catalog.time_zone);
    const request = requestOf(visit, staff_id);
    const { days } = await this.slots.search(scope, { from: date, to: date, request, channel: 'staff' });
    const slot = days.flatMap(({ slots }) => slots).find((one) => one.starts_at.getTime() === starts_at.getTime());
    if (!slot) throw slotNotFree(starts_at);
    return toTime(slot, catalog, words, staff_id);
  }
}

const requestOf = ({ service, pet_ids }: OfferedVisit, staffId?: string) => ({
  service_id: service._id.toHexString(),
  pet_ids,
  ...(staffId && { staff_id: staffId }),
});

function toTime(
  { starts_at, ends_at }: Slot,
  { staff }: CatalogSnapshot,
  words: LocalWords,
  staffId?: string,
): OfferedTime {
  const person = staffId && staff.find(({ schedule }) => schedule.staff_id.equals(staffId));
  return {
    starts_at,
    ends_at,
    staff_id: staffId ? toObjectId(staffId) : null,
    staff_name: person ? person.full_name : null,
    label: words.label(starts_at),
  };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * MINUTES_AN_HOUR + minutes;
}
