import { defineJob } from '../../../../core/jobs/index.js';
import type { BookingEventType } from '../../reservations/index.js';

/** Events of an appointment that its customer may hear of. */
export const NOTICE_EVENTS = [
  'confirmed',
  'moved',
  'edited',
  'cancelled',
] as const satisfies readonly BookingEventType[];
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/**
 * Tells the customer about a change, in the module customer-notices. The id of the event is the key of the job. `offered`: the
 * appointment is a hold that the waitlist offers.
 */
export const TellCustomer = defineJob<{
  companyId: string;
  appointmentId: string;
  eventId: string;
  event: NoticeEvent | 'offered';
  isSilent: boolean;
}>('customer-notices.tell');

export const isNoticeEvent = (type: BookingEventType): type is NoticeEvent =>
  (NOTICE_EVENTS as readonly BookingEventType[]).includes(type);
