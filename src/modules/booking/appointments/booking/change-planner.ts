import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type AppointmentDetails, isOverbookable, type StoredBooking } from '../../reservations/index.js';
import { type BookableService, BookingCatalog } from '../../catalog/index.js';
import { type OverrideLevel, invalidField } from '../../availability/index.js';
import { type PlannedDetails, plannedDetails, policyFor } from './booking-details.js';
import { BookingPlanner, type PlannedBooking, type PlanOptions, type TimedVisitRequest } from './booking-planner.js';
import type { BookingActor, AppointmentChange } from './booking.types.js';
import { changedVisit, changesVisit, needsPlan, withPrices, spreadPrice, pendingReasons } from './changed-visit.js';
import { BookingCustomersService } from './booking-customers.service.js';
import { overrideBy } from './rule-override.js';

const HOUR_MS = 3_600_000;

export interface ChangedVisit {
  readonly timed: TimedVisitRequest;
  readonly options: PlanOptions;
}

@Injectable()
export class ChangePlanner {
  constructor(
    private readonly planner: BookingPlanner,
    private readonly customers: BookingCustomersService,
    private readonly catalog: BookingCatalog,
  ) {}

  /** @throws AppError VALIDATION_ERROR if it is unclear which pet gets which service */
  async visitAfter(
    scope: CompanyScope,
    { channel }: BookingActor,
    current: StoredBooking,
    request: AppointmentChange,
  ): Promise<ChangedVisit> {
    const { services: offered } = await this.catalog.loadCatalog(scope);
    const serviceId = request.items?.[0]?.service_id ?? request.service_id ?? current.service_id.toHexString();
    const kind = offered.find(({ _id }) => _id.toHexString() === serviceId.toLowerCase())?.kind;
    const isBoarding = kind === undefined ? current.nights !== null : kind === 'boarding';
    const starts_at = request.starts_at ?? current.starts_at;
    const override = overrideLevelOf(current, starts_at, request);
    // Changed work uses the current catalog; services that are no longer offered use the frozen version.
    const isOffered = ({ _id }: BookableService): boolean => offered.some((one) => one.active && one._id.equals(_id));
    const services = current.booked_services.filter((service) => !(changesVisit(request) && isOffered(service)));
    return {
      timed: { ...changedVisit(current, request, isBoarding), starts_at },
      options: {
        channel,
        except: current._id,
        services,
        ...(request.overbook ? { ignoresTaken: isOverbookable } : {}),
        ...(override ? { override } : {}),
        // The stored reason was given for other pets or another length.
        ...(request.override ? { allowsBusyPets: true } : {}),
      },
    };
  }

  /** Plans with the same staff, or with others if these cannot do the new service. @throws like {@link BookingPlanner.plan} */
  plan(scope: CompanyScope, request: AppointmentChange, visit: ChangedVisit): Promise<PlannedBooking> {
    return tryOtherStaff(request, visit.timed, (timed) => this.planner.plan(scope, timed, visit.options));
  }

  /** @throws like {@link BookingPlanner.plan} */
  planIgnoringTaken(scope: CompanyScope, request: AppointmentChange, visit: ChangedVisit): Promise<PlannedBooking> {
    return this.plan(scope, request, { ...visit, options: { ...visit.options, ignoresTaken: () => true } });
  }

  planAndClaim(
    scope: CompanyScope,
    request: AppointmentChange,
    { timed: asked, options }: ChangedVisit,
    claim: (planned: PlannedBooking) => Promise<StoredBooking>,
  ): Promise<StoredBooking> {
    return tryOtherStaff(request, asked, (timed) => this.planner.planAndClaim(scope, timed, options, claim));
  }

  /** @throws AppError VALIDATION_ERROR for resources that the visit does not need | CURRENCY_CHANGED */
  plannedFields(
    current: StoredBooking,
    { plan, visit, catalog }: PlannedBooking,
    request: AppointmentChange,
  ): PlannedDetails & Pick<AppointmentDetails, 'policy'> {
    const planned = plannedDetails(plan, visit);
    const missing = (request.resource_ids ?? []).find((id) => !planned.resource_ids.some((one) => one.equals(id)));
    if (missing !== undefined) throw invalidField('resource_ids', `contains ${missing}, which the visit does not need`);
    const isSameWork = planned.lines.every(({ service_id }) =>
      current.lines.some((line) => line.service_id.equals(service_id)),
    );
    const policy = isSameWork ? current.policy : policyFor(visit, catalog.settings);
    return { ...withPrices(current, planned, catalog.currency, request.price), policy };
  }

  /** Fields that need no plan. @throws AppError NOT_FOUND for the contact | FORBIDDEN for an override | VALIDATION_ERROR */
  async plainFields(
    scope: CompanyScope,
    actor: BookingActor,
    current: StoredBooking,
    { notes, price, contact_id, override: asked, starts_at = current.starts_at }: AppointmentChange,
    isApproval = false,
  ): Promise<Partial<AppointmentDetails>> {
    const override = overrideBy(actor, asked, starts_at);
    return {
      ...(override ? { override } : {}),
      ...(notes === undefined ? {} : { notes }),
      ...(price === undefined ? {} : { price, lines: spreadPrice(current.lines, price) }),
      ...(contact_id === undefined ? {} : { contact_id: await this.customers.getContactId(scope, contact_id) }),
      ...(isApproval ? approvedFields(current) : {}),
    };
  }

  /** A hold without a contact is judged at its confirmation. @throws AppError GATE_FAILED */
  async gateFields(
    scope: CompanyScope,
    actor: BookingActor,
    next: StoredBooking,
    current: StoredBooking,
    request: AppointmentChange,
  ): Promise<Partial<AppointmentDetails>> {
    if (!next.contact_id || !(needsPlan(request) || request.contact_id)) return {};
    const { warnings, pending_on } = await this.customers.judgeGates(scope, next, next.contact_id);
    if (current.state === 'HELD') return {};
    const isCustomer = actor.channel === 'public';
    const waiting = pendingReasons(current, pending_on, isCustomer);
    const isRequest = waiting.pending_on.some(({ kind }) => kind === 'approval');
    if (!isRequest) return { warnings, ...waiting, pending_until: null };
    const { settings } = await this.catalog.loadCatalog(scope);
    const fresh = new Date(Date.now() + settings.request_hours * HOUR_MS);
    const until = isCustomer ? fresh : (current.pending_until ?? fresh);
    return { warnings, ...waiting, pending_until: until < next.starts_at ? until : next.starts_at };
  }
}

export function approvedFields({
  pending_on = [],
  approved = [],
}: Partial<AppointmentDetails>): Pick<AppointmentDetails, 'pending_on' | 'is_pending' | 'pending_until' | 'approved'> {
  return { pending_on: [], is_pending: false, pending_until: null, approved: [...approved, ...pending_on] };
}

/** A visit that keeps its start needs no second override. */
function overrideLevelOf(
  current: StoredBooking,
  start: Date,
  { override }: AppointmentChange,
): OverrideLevel | undefined {
  if (override) return 'any_hour';
  if (start.getTime() !== current.starts_at.getTime()) return undefined;
  return current.override ? 'any_hour' : 'any_start';
}

function needsOtherStaff(error: unknown, request: AppointmentChange): boolean {
  const isNobody = error instanceof AppError && (error.details as { rule?: string } | undefined)?.rule === 'NO_STAFF';
  return isNobody && changesVisit(request) && request.staff_id === undefined && !request.items;
}

async function tryOtherStaff<T>(
  request: AppointmentChange,
  timed: TimedVisitRequest,
  attempt: (timed: TimedVisitRequest) => Promise<T>,
): Promise<T> {
  try {
    return await attempt(timed);
  } catch (error) {
    if (!needsOtherStaff(error, request)) throw error;
    const { items = [], ...rest } = timed;
    return attempt({ ...rest, items: items.map(({ staff_id: _before, ...item }) => item) });
  }
}
