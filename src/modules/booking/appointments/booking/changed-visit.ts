import type { AppointmentLine, PendingReason, StoredBooking } from '../../reservations/index.js';
import { type VisitItem, type VisitRequest, invalidField } from '../../availability/index.js';
import { currencyChanged } from './booking.errors.js';
import type { PlannedDetails } from './booking-details.js';
import type { AppointmentChange } from './booking.types.js';

const VISIT_FIELDS = ['service_id', 'items', 'add_ons', 'pet_ids', 'nights', 'duration_min'] as const;

/** Whether the work changes, and with it duration and price. */
export const changesVisit = (request: AppointmentChange): boolean =>
  VISIT_FIELDS.some((field) => request[field] !== undefined);

export const needsPlan = (request: AppointmentChange): boolean =>
  changesVisit(request) ||
  [request.starts_at, request.staff_id, request.resource_ids].some((value) => value !== undefined);

/** @throws AppError VALIDATION_ERROR if it is unclear which pet gets which service */
export function changedVisit(current: StoredBooking, request: AppointmentChange, isBoarding: boolean): VisitRequest {
  const { staff_id, resource_ids, duration_min } = request;
  const nights = request.nights ?? (isBoarding ? (current.nights ?? undefined) : undefined);
  const items = itemsOf(current, request).map((item, index) => withPerson(item, index, staff_id));
  if (duration_min !== undefined && (items.length > 1 || isBoarding))
    throw invalidField('duration_min', 'can be set only for a visit of one pet and one service, and not for boarding');
  const lasting = duration_min === undefined ? items : items.map((item) => ({ ...item, duration_min }));
  return { items: lasting, ...(nights === undefined ? {} : { nights }), ...(resource_ids ? { resource_ids } : {}) };
}

function withPerson(item: VisitItem, index: number, staffId: string | null | undefined): VisitItem {
  if (staffId === undefined) return item;
  const { staff_id: _before, ...open } = item;
  return index === 0 && staffId !== null ? { ...open, staff_id: staffId } : open;
}

function itemsOf({ lines }: StoredBooking, request: AppointmentChange): VisitItem[] {
  const { items, service_id, pet_ids, add_ons } = request;
  if (items?.length) return [...items];
  const had = lines.map((line) => itemOf(line));
  if (service_id === undefined && pet_ids === undefined && add_ons === undefined) return had;
  const [first] = had as [VisitItem];
  if (service_id === undefined && pet_ids === undefined) return had.map((item) => changedItem(item, { add_ons }));
  if (pet_ids !== undefined && service_id === undefined && new Set(had.map(sameWork)).size > 1)
    throw invalidField('items', 'must say which pet gets which service, because this visit has several services');
  const whose = pet_ids ?? had.map(({ pet_id }) => pet_id ?? null);
  return (whose.length > 0 ? whose : [null]).map((pet_id, index) => {
    const before = had.find((item) => pet_id !== null && item.pet_id === pet_id) ?? had[index];
    const { staff_id: _person, ...open } = first;
    return changedItem({ ...(before ?? open), pet_id }, { service_id, add_ons });
  });
}

const sameWork = ({ service_id, add_ons = [] }: VisitItem): string => [service_id, ...add_ons].join('|');

/** Add-ons and a manual duration belong to one service and do not move to another. */
function changedItem(
  { duration_min: _set, ...item }: VisitItem,
  { service_id = item.service_id, add_ons }: Pick<AppointmentChange, 'service_id' | 'add_ons'>,
): VisitItem {
  const kept = service_id === item.service_id ? (item.add_ons ?? []) : [];
  return { ...item, service_id, add_ons: add_ons ?? kept };
}

function itemOf({ service_id, pet_id, described, staff_id, add_ons, duration_min }: AppointmentLine): VisitItem {
  return {
    service_id: service_id.toHexString(),
    pet_id: pet_id?.toHexString() ?? null,
    ...(described ? { pet: described } : {}),
    add_ons,
    ...(staff_id ? { staff_id: staff_id.toHexString() } : {}),
    ...(duration_min === undefined ? {} : { duration_min }),
  };
}

/** Unchanged work keeps its price; `price` replaces all prices. @throws AppError CURRENCY_CHANGED */
export function withPrices(
  current: StoredBooking,
  planned: PlannedDetails,
  currency: string,
  price: number | undefined,
): PlannedDetails {
  const left = [...current.lines];
  const lines = planned.lines.map((line) => {
    const index = left.findIndex((before) => planned.nights === current.nights && isSameWork(before, line));
    const [before] = index < 0 ? [] : left.splice(index, 1);
    return before ? { ...line, price: before.price } : line;
  });
  const isSame = left.length === 0 && lines.length === current.lines.length;
  const isForeign = currency !== current.currency;
  if (price !== undefined) return { ...planned, lines: spreadPrice(isForeign ? planned.lines : lines, price), price };
  const isNew = (line: AppointmentLine): boolean => line.price !== null && planned.lines.includes(line);
  if (isForeign && lines.some(isNew)) throw currencyChanged(current.currency, currency);
  const sum = lines.reduce<number | null>((all, line) => (line.price === null ? all : (all ?? 0) + line.price), null);
  return { ...planned, lines, price: isSame ? current.price : sum };
}

function isSameWork(one: AppointmentLine, other: AppointmentLine): boolean {
  return (
    one.service_id.equals(other.service_id) &&
    one.pet_id?.toHexString() === other.pet_id?.toHexString() &&
    one.add_ons.toSorted().join('|') === other.add_ons.toSorted().join('|')
  );
}

/** @param price total in minor units, in place of the price of the catalog */
export function pricedAt(planned: PlannedDetails, price: number | undefined): PlannedDetails {
  return price === undefined ? planned : { ...planned, price, lines: spreadPrice(planned.lines, price) };
}

/** Splits a total over lines in proportion to their prices. The last line takes the rounding difference. */
export function spreadPrice<Line extends Pick<AppointmentLine, 'price'>>(
  lines: readonly Line[],
  total: number,
): Line[] {
  const sum = lines.reduce((all, { price }) => all + (price ?? 0), 0);
  let left = total;
  return lines.map((line, index) => {
    const share = sum > 0 ? (line.price ?? 0) / sum : 1 / lines.length;
    const price = index === lines.length - 1 ? left : Math.floor(total * share);
    left -= price;
    return { ...line, price };
  });
}

/** Pending reasons after a change. Approvals by staff stay, unless the customer makes the change. */
export function pendingReasons(
  { pending_on, approved }: Pick<StoredBooking, 'pending_on' | 'approved'>,
  judged: readonly PendingReason[],
  isCustomer: boolean,
): Pick<StoredBooking, 'pending_on' | 'is_pending' | 'approved'> {
  const approval = [...pending_on, ...(isCustomer ? approved : [])].filter(({ kind }) => kind === 'approval');
  const isApproved = (reason: PendingReason): boolean => !isCustomer && approved.some((one) => isSame(one, reason));
  const reasons = [...judged.filter((reason) => !isApproved(reason)), ...approval.slice(0, 1)];
  return { pending_on: reasons, is_pending: reasons.length > 0, approved: isCustomer ? [] : [...approved] };
}

const isSame = (one: PendingReason, other: PendingReason): boolean =>
  one.kind === other.kind && one.name === other.name && one.pet_id?.toHexString() === other.pet_id?.toHexString();
