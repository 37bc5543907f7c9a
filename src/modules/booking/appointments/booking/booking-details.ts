import { distinctIds, toObjectId } from '../../../../core/tenancy/index.js';
import type { AppointmentDetails, AppointmentLine, StoredBooking } from '../../reservations/index.js';
import type { CatalogSnapshot, PolicyDto } from '../../catalog/index.js';
import type { BookingPlan } from '../../engine/index.js';
import {
  durationByHand,
  serviceIdOf,
  type ResolvedVisit,
  type VisitItem,
  type VisitRequest,
  invalidField,
} from '../../availability/index.js';
import type { BookingActor } from './booking.types.js';
import { strictestPolicy } from './policy.js';

export type PlannedDetails = Pick<
  AppointmentDetails,
  'pet_ids' | 'service_id' | 'staff_id' | 'starts_at' | 'ends_at' | 'price' | 'lines' | 'staff_ids' | 'resource_ids'
> &
  Pick<AppointmentDetails, 'nights' | 'booked_services'>;

export function plannedDetails(plan: BookingPlan, visit: ResolvedVisit): PlannedDetails {
  const lines = plan.lines.map((line, index): AppointmentLine => ({
    pet_id: line.pet_id === null ? null : toObjectId(line.pet_id),
    ...(visit.items[index]?.pet ? { described: visit.items[index].pet } : {}),
    service_id: toObjectId(serviceIdOf(line.service_id)),
    staff_id: line.staff_id === null ? null : toObjectId(line.staff_id),
    starts_at: line.starts_at,
    ends_at: line.ends_at,
    price: isPriced(visit, index) ? line.price : null,
    add_ons: [...(visit.items[index]?.add_ons ?? [])],
    resource_ids: line.resource_ids.map((id) => toObjectId(id)),
    ...durationByHand(visit.items[index]),
  }));
  const [first] = lines as [AppointmentLine];
  const workers = plan.lines.flatMap(({ staff_id, segments }) => [staff_id, ...segments.map((part) => part.staff_id)]);
  return {
    pet_ids: distinctIds(lines.flatMap(({ pet_id }) => (pet_id ? [pet_id] : []))),
    service_id: first.service_id,
    staff_id: first.staff_id,
    starts_at: plan.starts_at,
    ends_at: plan.ends_at,
    price: lines.some(({ price }) => price !== null) ? plan.price : null,
    lines,
    staff_ids: distinctIds(workers.flatMap((id) => (id === null ? [] : [toObjectId(id)]))),
    resource_ids: distinctIds(lines.flatMap(({ resource_ids }) => resource_ids)),
    nights: visit.nights,
    booked_services: [...new Set(visit.services)].map((service) => ({ ...service, description: null })),
  };
}

/** A line stays without a price if neither the service nor its options have one. */
function isPriced({ services, items }: ResolvedVisit, index: number): boolean {
  const service = services[index];
  if (!service || service.price !== null) return true;
  return service.pet_matrix.length > 0 || service.staff_overrides.length > 0 || !!items[index]?.add_ons?.length;
}

/** The frozen policy of a visit: the strictest of its services. */
export const policyFor = ({ services }: ResolvedVisit, settings: CatalogSnapshot['settings']): PolicyDto =>
  strictestPolicy(services.map(({ policy }) => policy ?? settings.policy));

export function newDetails(
  planned: PlannedDetails,
  { settings, time_zone, currency }: CatalogSnapshot,
  visit: ResolvedVisit,
  actor: BookingActor,
): AppointmentDetails {
  return {
    ...planned,
    contact_id: null,
    time_zone,
    currency,
    notes: null,
    source: actor.source,
    series_id: null,
    cancel_reason: null,
    policy: policyFor(visit, settings),
    reschedules: 0,
    warnings: [],
    pending_on: [],
    approved: [],
    is_pending: false,
    pending_until: null,
    booked_by: actor.userId === undefined ? null : toObjectId(actor.userId),
    fee: null,
    confirmed_at: null,
    is_late_cancel: false,
    override: null,
    freed: null,
  };
}

/**
 * The services of a hold for the pets of a confirmation. @throws AppError VALIDATION_ERROR if it is unclear which service is for which pet
 */
export function withPets({ lines, nights }: StoredBooking, petIds: readonly string[]): VisitRequest {
  const [first] = lines as [AppointmentLine];
  const isSame = lines.every((line) => serviceKey(line) === serviceKey(first));
  const stay = nights === null ? {} : { nights };
  if (petIds.length === lines.length) {
    const known = new Set(lines.map(({ pet_id }) => pet_id?.toHexString()));
    const added = petIds.filter((id) => !known.has(id));
    const petOf = ({ pet_id }: AppointmentLine): string => {
      const id = pet_id?.toHexString();
      return id !== undefined && petIds.includes(id) ? id : (added.shift() as string);
    };
    return { items: lines.map((line) => itemOf(line, petOf(line))), ...stay };
  }
  if (isSame) return { items: petIds.map((id, index) => itemOf(first, id, index === 0)), ...stay };
  if (petIds.length === 1) return { items: lines.map((line) => itemOf(line, petIds[0] as string)), ...stay };
  throw invalidField('pet_ids', `must name one pet for all services of the hold, or ${lines.length}, one for each`);
}

function itemOf({ service_id, staff_id, add_ons }: AppointmentLine, pet_id: string, keepsPerson = true): VisitItem {
  const person = staff_id && keepsPerson ? { staff_id: staff_id.toHexString() } : {};
  return { service_id: service_id.toHexString(), pet_id, add_ons, ...person };
}

const serviceKey = ({ service_id, add_ons }: AppointmentLine): string =>
  [service_id.toHexString(), ...add_ons].join('|');
