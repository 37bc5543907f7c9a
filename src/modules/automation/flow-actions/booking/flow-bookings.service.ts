import { Injectable } from '@nestjs/common';
import { MAX_PAGE_SIZE, type CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { type BookingActor, BookingService, appointmentStatus } from '../../../booking/appointments/index.js';
import { BookingCatalog } from '../../../booking/catalog/index.js';
import { approvalFor } from '../../../booking/online-booking/index.js';
import {
  AppointmentsRepository,
  holdExpired,
  isDead,
  type StoredBooking,
} from '../../../booking/reservations/index.js';
import type { FlowEffect, Json } from '../../flow-core/index.js';
import { ActionFailure } from '../action-failure.js';
import type { ActionResult, FlowActionRun } from '../flow-action-run.js';
import { LocalWords } from '../../../booking/offers/index.js';
import { BookingPets } from './booking-pets.service.js';
import { holdKeyOf, holdsOf } from './hold-keys.js';
import { serviceOf } from './flow-slots.service.js';

type HoldSlot = Extract<FlowEffect, { kind: 'hold_slot' }>;
type ConfirmBooking = Extract<FlowEffect, { kind: 'confirm_booking' }>;

const HEX_ID = /^[0-9a-f]{24}$/;
/** The customer books, so lead times, policies and approvals of online booking count. */
const FLOW_ACTOR: BookingActor = { channel: 'public', source: 'flow' };

/** Holds and books for flows. Each step has a client key, so a repeated step finds its earlier booking. */
@Injectable()
export class FlowBookings {
  constructor(
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly catalog: BookingCatalog,
    private readonly companies: CompaniesService,
    private readonly pets: BookingPets,
  ) {}

  /**
   * Replaces an earlier hold of the same run.
   * @returns `{hold_id, starts_at, date, time, expires_at}`, with the pet that it is for
   * @throws ActionFailure NO_SLOT_CHOSEN | TOO_MANY_HOLDS | PETS_AMBIGUOUS | AppError SLOT_TAKEN | SLOT_NOT_OFFERED |
   * PET_BUSY | HOLD_EXPIRED | NOT_FOUND
   */
  async hold(scope: CompanyScope, run: FlowActionRun, effect: HoldSlot): Promise<ActionResult> {
    const starts_at = new Date(effect.starts_at);
    if (Number.isNaN(starts_at.getTime()))
      throw new ActionFailure(
        'NO_SLOT_CHOSEN',
        'The variable has no time of find_slots; let the customer choose one before this step',
      );
    const catalog = await this.catalog.loadCatalog(scope);
    const service = serviceOf(catalog, effect.service_id);
    const pet_id = await this.pets.petFor(scope, run.contact_id, service, effect.pet_id);
    await this.makeRoom(scope, run, catalog.settings.holds_per_visitor);
    const held = await this.booking.hold(scope, FLOW_ACTOR, {
      service_id: effect.service_id,
      pet_ids: pet_id ? [pet_id] : [],
      ...(effect.staff_id === null ? {} : { staff_id: effect.staff_id }),
      starts_at,
      contact_id: run.contact_id.toHexString(),
      client_key: holdKeyOf(run),
    });
    if (isDead(held) || (held.exp !== null && held.exp <= new Date())) throw holdExpired();
    const value = {
      hold_id: held._id.toHexString(),
      starts_at: held.starts_at.toISOString(),
      ...(await this.wordsOf(scope, held)),
      expires_at: held.exp?.toISOString() ?? null,
    };
    return { value, ...(pet_id && { pet_id }) };
  }

  /**
   * @returns `{appointment_id, date, time, service, status}`; `pending`: staff have to approve it, so it is not booked
   * @throws ActionFailure HOLD_NOT_FOUND | AppError HOLD_EXPIRED | GATE_FAILED | SLOT_TAKEN
   */
  async confirm(scope: CompanyScope, run: FlowActionRun, { hold_id }: ConfirmBooking): Promise<Json> {
    const held = await this.ownHold(scope, run, hold_id);
    const booked = await this.booking.confirm(scope, FLOW_ACTOR, held._id, {
      contact_id: run.contact_id.toHexString(),
      ...approvalFor(await this.catalog.loadCatalog(scope)),
    });
    const names = booked.booked_services.filter(({ _id }) => booked.lines.some((line) => line.service_id.equals(_id)));
    return {
      appointment_id: booked._id.toHexString(),
      ...(await this.wordsOf(scope, booked)),
      service: names.map(({ name }) => name).join(', '),
      status: appointmentStatus(booked) === 'pending' ? 'pending' : 'booked',
    };
  }

  /** Only a hold that a flow has made for this contact. @throws ActionFailure HOLD_NOT_FOUND */
  private async ownHold(scope: CompanyScope, { contact_id }: FlowActionRun, id: string): Promise<StoredBooking> {
    const held = HEX_ID.test(id) ? await this.appointments.findById(scope, id) : null;
    if (held?.source === FLOW_ACTOR.source && held.contact_id?.equals(contact_id)) return held;
    throw new ActionFailure(
      'HOLD_NOT_FOUND',
      'The variable has no hold of this customer; run hold_slot before this step',
    );
  }

  /**
   * An earlier hold of this run would keep the pet and the time busy. Holds of other runs stay, up to the limit that
   * visitors of the public page have. @throws ActionFailure TOO_MANY_HOLDS
   */
  private async makeRoom(scope: CompanyScope, run: FlowActionRun, limit: number): Promise<void> {
    const filter = { contact_id: run.contact_id, status: 'held' as const };
    const { items } = await this.appointments.list(scope, filter, { limit: MAX_PAGE_SIZE });
    const now = new Date();
    const live = items.filter(({ source, exp }) => source === FLOW_ACTOR.source && exp !== null && exp > now);
    if (live.some(({ client_key }) => client_key === holdKeyOf(run))) return;
    const isOfThisRun = ({ client_key }: StoredBooking): boolean => client_key?.startsWith(holdsOf(run)) === true;
    if (live.filter((hold) => !isOfThisRun(hold)).length >= limit)
      throw new ActionFailure('TOO_MANY_HOLDS', `A customer may hold ${limit} times at once`);
    for (const { _id } of live.filter(isOfThisRun)) await this.booking.release(scope, _id);
  }

  private async wordsOf(
    scope: CompanyScope,
    { starts_at, time_zone }: StoredBooking,
  ): Promise<{ date: string; time: string }> {
    const words = new LocalWords((await this.companies.get(scope)).locale, time_zone);
    return { date: words.date(starts_at), time: words.time(starts_at) };
  }
}
