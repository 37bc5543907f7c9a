import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { PaymentsService } from '../../billing/payments/index.js';
import { type BookingActor, BookingService } from '../../booking/appointments/index.js';
import { SlotsService } from '../../booking/availability/index.js';
import { PetsService } from '../../customers/pets/index.js';
import type { DemoAppointment } from './data/demo-clinic.js';

const DAY_MS = 86_400_000;
/** Every service is offered on at least three of so many days. */
const SEARCHED_DAYS = 8;

export interface DemoBooking {
  appointment: DemoAppointment;
  service_id: string;
  contactId: Types.ObjectId;
  by: Principal;
}

/** Searches a time, books it and takes the money, like staff do. */
@Injectable()
export class DemoBookingSeeder {
  constructor(
    private readonly slots: SlotsService,
    private readonly booking: BookingService,
    private readonly pets: PetsService,
    private readonly payments: PaymentsService,
  ) {}

  async plant(scope: CompanyScope, { appointment, service_id, contactId, by }: DemoBooking): Promise<void> {
    const { key, pets, nights, heldSec: ttl_sec, paid } = appointment;
    const { items } = await this.pets.listOfContact(scope, contactId, {});
    const pet_ids = items.filter(({ name }) => pets.includes(name)).map(({ _id }) => _id.toHexString());
    const visit = { service_id, pet_ids, ...(nights === undefined ? {} : { nights }) };
    const starts_at = await this.findStart(scope, appointment, visit);
    if (!starts_at) return;
    const actor: BookingActor = { channel: 'staff', source: 'staff', userId: by.userId, isSilent: true };
    // A repeated run finds the appointment by its key.
    const request = { ...visit, starts_at, contact_id: contactId.toHexString(), client_key: `demo.${key}` };
    if (ttl_sec) return void (await this.booking.hold(scope, actor, { ...request, ttl_sec }));
    const { _id, price } = await this.booking.book(scope, actor, request);
    if (!paid || !price) return;
    const appointment_id = _id.toHexString();
    const payment = { appointment_id, amount: price, method: 'desk', desk_method: paid } as const;
    await this.payments.take(scope, by, { ...payment, client_key: `demo.${appointment_id}` });
  }

  private async findStart(
    scope: CompanyScope,
    { day, from }: DemoAppointment,
    request: { service_id: string; pet_ids: string[]; nights?: number },
  ): Promise<Date | undefined> {
    const tomorrow = Date.now() + DAY_MS;
    const { days, time_zone } = await this.slots.search(scope, {
      from: isoDate(tomorrow),
      to: isoDate(tomorrow + SEARCHED_DAYS * DAY_MS),
      request,
      channel: 'staff',
    });
    const { slots = [] } = days.filter((one) => one.slots.length > 0)[day] ?? {};
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, hour: '2-digit', minute: '2-digit' });
    return (slots.find(({ starts_at }) => time.format(starts_at) >= from) ?? slots[0])?.starts_at;
  }
}

const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);
