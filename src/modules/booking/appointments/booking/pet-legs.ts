import {
  cellAt,
  type CellKind,
  type CellRange,
  cellsTouched,
  LegBuilder,
  type LegRequest,
  minuteOf,
  ZoneTable,
} from '../../engine/index.js';
import {
  type AppointmentDetails,
  type AppointmentLine,
  petBookable,
  PLACES_OF_PET,
  PLACES_OF_PET_WITH_OVERRIDE,
} from '../../reservations/index.js';

const HALVES_A_DAY = 2;

type PetVisit = Pick<AppointmentDetails, 'lines' | 'nights' | 'booked_services' | 'time_zone'>;

/** Claims the time of known pets. Each kind of cell has its own bookable, so a boarding pet can have a bath. */
export function petLegs(visit: PetVisit, hasOverride: boolean): LegRequest[] {
  const ledger = new LegBuilder();
  const capacity = hasOverride ? PLACES_OF_PET_WITH_OVERRIDE : PLACES_OF_PET;
  for (const line of visit.lines) {
    if (line.pet_id === null) continue;
    const { kind, cells } = takenBy(line, visit);
    // Several services for one pet in one visit may overlap.
    ledger.requireAtLeast(petBookable(line.pet_id.toHexString(), kind), capacity, cells, 1);
  }
  return ledger.legs();
}

function takenBy(
  { service_id, starts_at, ends_at }: AppointmentLine,
  { booked_services, nights, time_zone }: PetVisit,
): { kind: CellKind; cells: CellRange } {
  const zone = ZoneTable.of(time_zone);
  const [start, end] = [minuteOf(starts_at), minuteOf(ends_at)];
  const service = booked_services.find(({ _id }) => _id.equals(service_id));
  const stay = (kind: CellKind, length: number): { kind: CellKind; cells: CellRange } => {
    const from = cellAt(kind, start, zone);
    return { kind, cells: { from, to: from + length } };
  };
  if (service?.kind === 'boarding') return stay('night', nights ?? 1);
  if (service?.kind === 'daycare') return stay('half_day', service.half_day ? 1 : HALVES_A_DAY);
  return { kind: '5min', cells: cellsTouched('5min', start, end, zone) };
}
