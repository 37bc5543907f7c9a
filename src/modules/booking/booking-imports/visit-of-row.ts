import type { RowPlan } from '../../customers/customer-imports/index.js';
import type { BookRequest } from '../appointments/index.js';
import type { AppointmentRow } from './appointment-row-reader.js';

type Visit = Pick<BookRequest, 'starts_at' | 'ends_at' | 'service_id' | 'staff_id' | 'pet_ids'>;

/** What the row asks the booking for. */
export function visitOf(
  { starts_at, ends_at, service_id, staff_id }: AppointmentRow,
  { pet_id }: Pick<RowPlan, 'pet_id'>,
): Visit {
  return {
    starts_at,
    service_id,
    ...(ends_at && { ends_at }),
    ...(staff_id === undefined ? {} : { staff_id }),
    ...(pet_id && { pet_ids: [pet_id.toHexString()] }),
  };
}
