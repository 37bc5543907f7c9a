import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { PetsService } from '../../customers/pets/index.js';
import { petOfAnotherContact } from '../appointments/index.js';
import { type BookableService, BookingCatalog, ServicesService } from '../catalog/index.js';
import { StaffDirectory } from '../calendar/index.js';
import { MAX_NIGHTS, wallMinuteOf } from '../engine/index.js';
import { localDate, invalidField } from '../availability/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { daysOf, lastDateOf, MAX_WINDOW_DAYS, type WaitWindow } from './waitlist-ranking.js';

export interface WaitlistRequest {
  contact_id: string;
  pet_ids: readonly string[];
  service_id: string;
  staff_id?: string | null;
  windows: WaitWindow[];
  nights?: number;
  notes?: string | null;
}

@Injectable()
export class WaitlistRequestChecker {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
    private readonly catalogs: BookingCatalog,
  ) {}

  /** @throws AppError NOT_FOUND | CONTACT_MERGED | PET_OF_ANOTHER_CONTACT | VALIDATION_ERROR */
  async check(scope: CompanyScope, request: WaitlistRequest): Promise<Partial<WaitlistEntry>> {
    const contact = await this.contacts.getCurrent(scope, toObjectId(request.contact_id, 'contact_id'));
    const pet_ids = request.pet_ids.map((id) => toObjectId(id, 'pet_ids'));
    const [pets, service] = await Promise.all([
      pet_ids.length > 0 ? this.pets.getMany(scope, pet_ids) : [],
      this.services.get(scope, toObjectId(request.service_id, 'service_id')),
    ]);
    if (pets.length < pet_ids.length) throw AppError.notFound('Pet');
    if (pets.some(({ contact_id }) => !contact_id.equals(contact._id))) throw petOfAnotherContact();
    const when = await this.checkTimes(scope, request);
    const { is_vip, _id: contact_id } = contact;
    const nights = nightsOf(service, request.nights);
    return { contact_id, is_vip, pet_ids, service_id: service._id, nights, notes: request.notes ?? null, ...when };
  }

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async checkTimes(
    scope: CompanyScope,
    { staff_id, windows }: Partial<Pick<WaitlistRequest, 'staff_id' | 'windows'>>,
  ): Promise<Partial<WaitlistEntry>> {
    const { time_zone } = await this.catalogs.loadCatalog(scope);
    for (const window of windows ?? []) assertWindow(window, localDate(new Date(), time_zone));
    if (staff_id) await this.staff.assertAll(scope, [staff_id]);
    return {
      ...(windows ? { windows, last_date: lastDateOf(windows) } : {}),
      ...(staff_id === undefined ? {} : { staff_id: staff_id ? toObjectId(staff_id, 'staff_id') : null }),
    };
  }
}

/** @throws AppError VALIDATION_ERROR for nights outside the limits of the service */
function nightsOf({ kind, min_nights, max_nights }: BookableService, nights: number | undefined): number | null {
  if (nights === undefined) return null;
  if (kind !== 'boarding') throw invalidField('nights', 'is only for boarding services');
  const [least, most] = [min_nights ?? 1, max_nights ?? MAX_NIGHTS];
  if (nights < least || nights > most)
    throw invalidField('nights', `must be from ${least} to ${most} for this service`);
  return nights;
}

function assertWindow(window: WaitWindow, today: string): void {
  const days = daysOf(window);
  if (days < 1) throw invalidField('windows', 'must not end before they begin');
  if (window.date_to < today) throw invalidField('windows', `must not end before today, ${today}`);
  if (days > MAX_WINDOW_DAYS) throw invalidField('windows', `must have at most ${MAX_WINDOW_DAYS} days each`);
  const { from = '00:00', to = '24:00' } = window;
  if (wallMinuteOf(from) >= wallMinuteOf(to))
    throw invalidField('windows', 'must have hours that end after they begin');
}
