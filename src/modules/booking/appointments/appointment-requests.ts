import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import type { BookingActor, AppointmentChange } from './booking/booking.types.js';
import type { UpdateAppointmentDto } from './dto/appointment-input.dto.js';

/**
 * @param notifiesCustomer false: the customer gets no notice of the request
 * @param noticeDelaySec the notice waits so long
 */
export const staffActor = (caller: Principal, notifiesCustomer = true, noticeDelaySec = 0): BookingActor => ({
  channel: 'staff',
  source: 'staff',
  userId: caller.userId,
  isManager: mayUse(caller, 'booking:manage'),
  mayOverride: mayUse(caller, 'booking:override'),
  isSilent: !notifiesCustomer,
  noticeDelaySec,
});

export function timed<T extends { starts_at: string; ends_at?: string }>({
  starts_at,
  ends_at,
  ...rest
}: T): Omit<T, 'starts_at' | 'ends_at'> & { starts_at: Date; ends_at?: Date } {
  const end = ends_at === undefined ? {} : { ends_at: new Date(ends_at) };
  return { ...rest, starts_at: new Date(starts_at), ...end };
}

export function toChange(
  { starts_at, notify_customer: _notice, notify_delay_sec: _delay, ...fields }: UpdateAppointmentDto,
  version: number | undefined,
): AppointmentChange {
  return {
    ...fields,
    ...(starts_at === undefined ? {} : { starts_at: new Date(starts_at) }),
    ...(version === undefined ? {} : { version }),
  };
}
