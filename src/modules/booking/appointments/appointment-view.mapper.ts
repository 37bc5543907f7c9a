import { Injectable, Logger } from '@nestjs/common';
import { Metrics } from '../../../core/metrics/index.js';
import { type AppointmentView, toAppointmentView } from './appointment.view.js';
import type { StoredBooking } from '../reservations/index.js';

/** Maps lists of appointments. A broken document is left out, logged and counted. */
@Injectable()
export class AppointmentViewMapper {
  private readonly logger = new Logger(AppointmentViewMapper.name);

  constructor(private readonly metrics: Metrics) {}

  toViews(bookings: readonly StoredBooking[]): AppointmentView[] {
    return bookings.flatMap((booking) => {
      try {
        return [toAppointmentView(booking)];
      } catch (error) {
        this.metrics.brokenDocuments.inc({ collection: 'appointments' });
        this.logger.error(`appointment ${booking._id.toHexString()} cannot be shown and was left out of a list`, error);
        return [];
      }
    });
  }
}
