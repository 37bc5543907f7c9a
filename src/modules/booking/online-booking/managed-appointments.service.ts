import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { type BookingActor, BookingService } from '../appointments/index.js';
import { AppointmentsRepository, isTentative, type StoredBooking } from '../reservations/index.js';
import { BookingCatalog } from '../catalog/index.js';
import type { DateRange } from '../engine/index.js';
import { otherTimesOf, type Slots, SlotsService } from '../availability/index.js';
import { calendarFile } from './appointment-calendar.js';
import { CustomerMoves } from './customer-moves.service.js';
import { toPublicAppointmentDto } from './dto/public-appointment.dto.js';
import { ManageLinksService } from './manage-links.service.js';
import type { PublicPage } from './public-page-loader.js';
import { VISITOR_ACTOR } from './public-holds.service.js';

/** The link works this long after the end of the appointment. */
const LINK_LIFE_MS = 30 * 86_400_000;

export interface ManagedAppointment {
  page: PublicPage;
  booking: StoredBooking;
}

/** Actions of a customer with a link. It works even if the public page is off. */
@Injectable()
export class ManagedAppointmentsService {
  constructor(
    private readonly links: ManageLinksService,
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly moves: CustomerMoves,
    private readonly slots: SlotsService,
    private readonly companies: CompaniesService,
    private readonly catalogs: BookingCatalog,
  ) {}

  /** @throws AppError NOT_FOUND if the link is forged, revoked or expired */
  async open(token: string): Promise<ManagedAppointment> {
    const { scope, appointmentId } = await this.links.open(token);
    const [company, catalog, booking] = await Promise.all([
      this.companies.get(scope),
      this.catalogs.loadCatalog(scope),
      this.appointments.getBooking(scope, appointmentId),
    ]);
    // A hold is not yet an appointment of the customer.
    if (isTentative(booking) || booking.ends_at.getTime() + LINK_LIFE_MS < Date.now())
      throw AppError.notFound('Appointment');
    return { page: { scope, company, catalog }, booking };
  }

  /** The text of an .ics file. @throws AppError NOT_FOUND */
  async calendarFile(token: string): Promise<string> {
    const { page, booking } = await this.open(token);
    const { service_name, company_name, company_address, status } = toPublicAppointmentDto(page, booking);
    return calendarFile({
      id: booking._id.toHexString(),
      version: booking.ver,
      changedAt: booking.updated_at,
      title: [service_name, company_name].filter(Boolean).join(' - '),
      startsAt: booking.starts_at,
      endsAt: booking.ends_at,
      status,
      address: company_address,
      manageUrl: this.links.urlOf(token),
    });
  }

  /** Idempotent. @throws AppError NOT_FOUND | INVALID_TRANSITION | FEE_CHANGED */
  async cancel(token: string, reason: string | null, expectedFee?: number): Promise<ManagedAppointment> {
    const { page, booking } = await this.open(token);
    const actor = visitorWith(expectedFee);
    return { page, booking: await this.booking.cancel(page.scope, actor, booking._id, reason) };
  }

  /**
   * Prefers the same staff.
   * @throws AppError NOT_FOUND | INVALID_TRANSITION | FEE_CHANGED | RESCHEDULE_LIMIT | SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED
   */
  async reschedule(token: string, startsAt: Date, expectedFee?: number): Promise<ManagedAppointment> {
    const { page, booking } = await this.open(token);
    return { page, booking: await this.moves.move(page.scope, visitorWith(expectedFee), booking, startsAt) };
  }

  /** Includes times that overlap the appointment itself. @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async otherTimes(token: string, range: DateRange): Promise<ManagedAppointment & { slots: Slots }> {
    const { page, booking } = await this.open(token);
    const query = { ...range, ...otherTimesOf(booking), channel: VISITOR_ACTOR.channel };
    const slots = await this.slots.search(page.scope, query);
    return { page, booking, slots };
  }
}

const visitorWith = (expectedFee: number | undefined): BookingActor =>
  expectedFee === undefined ? VISITOR_ACTOR : { ...VISITOR_ACTOR, expectedFee };
