/**
 * A process that books until it is killed: by itself at a crash point, or by its parent.
 * Usage: node test/support/booking-process.ts <BookingOrder as JSON>
 */
import './swc-sources.ts';
import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { WantedLeg } from '../../src/modules/booking/reservations/booking.js';

/** What the process is to do; `acts` that need a booking take `id`. */
export interface BookingOrder {
  uri: string;
  dataDir: string;
  companyId: string;
  act: 'book' | 'cancel' | 'confirm' | 'move' | 'race';
  crashAt?: string;
  id?: string;
  legs?: WantedLeg[];
  clientKey?: string;
  /** Customers who try at once, over and over, in a race. */
  clients?: number;
}

const order = JSON.parse(process.argv[2] ?? '') as BookingOrder;
const { NestFactory } = await import('@nestjs/core');
const { ClsModule } = await import('nestjs-cls');
const { AppConfig, ConfigModule } = await import('../../src/core/config/index.ts');
const { CrashPointsModule } = await import('../../src/core/crash-points/index.ts');
const { DatabaseModule, openDatabase } = await import('../../src/core/database/index.ts');
const { LocksModule } = await import('../../src/core/locks/index.ts');
const { MetricsModule } = await import('../../src/core/metrics/index.ts');
const { CompanyScope } = await import('../../src/core/tenancy/index.ts');
const { ReservationsService } = await import('../../src/modules/booking/reservations/reservations.service.ts');
const { ReservationsModule } = await import('../../src/modules/booking/reservations/reservations.module.ts');
const { aLeg, appointmentDetails } = await import('../builders/bookings.ts');
const { holdAndConfirm } = await import('./hold-and-confirm.ts');

flushCompileCache();
const config = AppConfig.load({
  NODE_ENV: 'test',
  MONGODB_URI: order.uri,
  DATA_DIR: order.dataDir,
  ...(order.crashAt && { CRASH_AT: order.crashAt }),
});
class BookingProcess {}
const app = await NestFactory.createApplicationContext(
  {
    module: BookingProcess,
    imports: [
      ConfigModule.forRoot(config),
      CrashPointsModule,
      ClsModule.forRoot({ global: true }),
      DatabaseModule.forRoot(await openDatabase(config)),
      MetricsModule,
      LocksModule,
      ReservationsModule,
    ],
  },
  { logger: ['error'] },
);
const bookings = app.get(ReservationsService);
const scope = CompanyScope.of(order.companyId);
const { id = '', legs = [], clientKey, clients = 0 } = order;

switch (order.act) {
  case 'book':
    await holdAndConfirm(bookings, scope, { legs, details: appointmentDetails(), ...(clientKey && { clientKey }) });
    break;
  case 'cancel':
    await bookings.cancel(scope, id);
    break;
  case 'confirm':
    await bookings.confirmWith(scope, id, { legs, details: {} });
    break;
  case 'move':
    await bookings.move(scope, id, { legs, details: {} });
    break;
  case 'race':
    await Promise.all(Array.from({ length: clients }, bookForEver));
    break;
}
// It was to be killed on the way.
process.exit(0);

/** Tells of every certain booking, and before it gives one up again, on a line of its own. */
async function bookForEver(): Promise<never> {
  for (;;) {
    const legs = someLegs();
    try {
      const booked = await holdAndConfirm(bookings, scope, { legs, details: appointmentDetails() });
      tell(`booked ${booked._id.toHexString()}`);
      if (Math.random() < 0.3) await bookings.move(scope, booked._id, { legs: someLegs(), details: {} });
      if (Math.random() < 0.5) continue;
      tell(`cancelling ${booked._id.toHexString()}`);
      await bookings.cancel(scope, booked._id);
    } catch (error) {
      if ((error as { status?: unknown }).status !== 409) throw error;
    }
  }
}

function someLegs(): WantedLeg[] {
  const from = Math.floor(Math.random() * 600);
  const to = from + 2 + Math.floor(Math.random() * 12);
  const staff = aLeg(`staff:${Math.floor(Math.random() * 3)}`, from, to);
  return [staff, aLeg('unit:table', from, to - 1), aLeg('pool:yard', from, to, { capacity: 4 })];
}

/** Nothing that was told may be lost with the process. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}
