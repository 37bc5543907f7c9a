import { getConnectionToken } from '@nestjs/mongoose';
import type { Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import { LocksModule } from '../../src/core/locks/index.js';
import { MetricsModule } from '../../src/core/metrics/index.js';
import type { Claim, StoredBooking } from '../../src/modules/booking/reservations/booking.js';
import { BookingSweeper } from '../../src/modules/booking/reservations/booking-sweeper.js';
import { ReservationsService } from '../../src/modules/booking/reservations/reservations.service.js';
import { ReservationsModule } from '../../src/modules/booking/reservations/reservations.module.js';
import { OccupancyReader } from '../../src/modules/booking/reservations/occupancy-reader.js';
import { startTestModule, type TestModule } from './test-module.js';

/** The booking protocol on a database of its own, and the collections it writes. */
export interface BookingSuite extends TestModule {
  readonly bookings: ReservationsService;
  readonly sweeper: BookingSweeper;
  readonly reader: OccupancyReader;
  readonly appointments: Collection<StoredBooking>;
  readonly reservations: Collection<Claim>;
}

export async function startBookings(label: string): Promise<BookingSuite> {
  const app = await startTestModule(label, [MetricsModule, LocksModule, ReservationsModule]);
  const { db } = app.module.get<Connection>(getConnectionToken());
  if (!db) throw new Error('no database');
  return {
    ...app,
    bookings: app.module.get(ReservationsService, { strict: false }),
    sweeper: app.module.get(BookingSweeper, { strict: false }),
    reader: app.module.get(OccupancyReader, { strict: false }),
    appointments: db.collection('appointments'),
    reservations: db.collection('resource_reservations'),
  };
}
