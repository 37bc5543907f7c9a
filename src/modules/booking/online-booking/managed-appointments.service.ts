import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentChangesService, BookingService, policyView, visitRequestOf } from '../appointments/index.js';
import { AppointmentsRepository, isTentative, type StoredBooking } from '../reservations/index.js';
import { BookingCatalog } from '../catalog/index.js';
import type { DateRange } from '../engine/index.js';
import { type Slots, SlotsService } from '../availability/index.js';
import { ManageLinksService } from './manage-links.service.js';
import { cannotReschedule } from './public.errors.js';
import type { PublicPage } from './public-page-reader.js';
import { VISITOR_ACTOR } from './public-holds.service.js';

/** How long the link works after the end of the appointment. */
const LINK_LIFE_MS = 30 * 86_400_000;
const GONE_CODES = ['SLOT_TAKEN', 'SLOT_NOT_OFFERED'];

/** An appointment, and the company that it is with. */
export interface ManagedAppointment {
  page: PublicPage;
  booking: StoredBooking;
}

/** What a customer may do with the link to an appointment. The link works though the company's page is off. */
@Injectable()
export class ManagedAppointmentsService {
  constructor(
    private readonly links: ManageLinksService,
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly changes: AppointmentChangesService,
    private readonly slots: SlotsService,
    private readonly companies: CompaniesService,
    private readonly catalogs: BookingCatalog,
  ) {}

  /** @throws AppError NOT_FOUND for a link that is forged, revoked or expired */
  async open(token: string): Promise<ManagedAppointment> {
    const { scope, appointmentId } = await this.links.open(token);
    const [company, catalog, booking] = await Promise.all([
      this.companies.get(scope),
      this.catalogs.loadCatalog(scope),
      this.appointments.getBooking(scope, appointmentId),
    ]);
    // A link is made for what is certain; a hold is nobody's appointment yet.
    if (isTentative(booking) || booking.ends_at.getTime() + LINK_LIFE_MS < Date.now())
      throw AppError.notFound('Appointment');
    return { page: { scope, company, catalog }, booking };
  }

  /** Repeated it answers the same. @throws AppError NOT_FOUND | INVALID_TRANSITION */
  async cancel(token: string, reason: string | null): Promise<ManagedAppointment> {
    const { page, booking } = await this.open(token);
    return { page, booking: await this.booking.cancel(page.scope, VISITOR_ACTOR, booking._id, reason) };
  }

  /**
   * With the same people if they can, else with whoever can; or it stays where it is.
   * @throws AppError NOT_FOUND | INVALID_TRANSITION | RESCHEDULE_LIMIT | SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED
   */
  async reschedule(token: string, startsAt: Date): Promise<ManagedAppointment> {
    const { page, booking } = await this.open(token);
    if (booking.starts_at.getTime() === startsAt.getTime()) return { page, booking };
    // How often it may be moved is counted where it is moved.
    if (!policyView(booking, new Date()).can_cancel) throw cannotReschedule();
    return { page, booking: await this.move(page.scope, booking._id, startsAt) };
  }

  /** Other times for the same visit, also those that overlap the one it has. @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async otherTimes(token: string, range: DateRange): Promise<ManagedAppointment & { slots: Slots }> {
    const { page, booking } = await this.open(token);
    const request = visitRequestOf(booking, null);
    const { _id: except, booked_services: services } = booking;
    const query = { ...range, wish: request, channel: VISITOR_ACTOR.channel, except, services };
    const slots = await this.slots.search(page.scope, query);
    return { page, booking, slots };
  }

  private async move(scope: CompanyScope, id: Types.ObjectId, starts_at: Date): Promise<StoredBooking> {
    try {
      return await this.changes.change(scope, VISITOR_ACTOR, id, { starts_at });
    } catch (error) {
      if (!(error instanceof AppError && GONE_CODES.includes(error.code))) throw error;
      return this.changes.change(scope, VISITOR_ACTOR, id, { starts_at, staff_id: null });
    }
  }
}
