/** Holding and confirming a groom (36 claims) against a check before an insert; 64 at once for one time. */
import '../support/swc-sources.ts';
import { type Collection, MongoClient, ObjectId } from 'mongodb';
import { confirmNaively, holdNaively, type NaiveBooking, prepareNaive } from './baselines/naive-bookings.ts';
import { median, percentile, ROUNDS, sequential } from './measure.ts';

const CALLS_A_ROUND = 200;
const RUSH = 64;
const GROOM_CELLS = 18;
const POOL_SIZE = 20;
const HOLD_MS = 600_000;

/** Milliseconds, and winners of a rush. */
interface Round {
  holdP50: number;
  holdP99: number;
  confirmP99: number;
  rush: number;
  winners: number;
}

export interface HoldsResult {
  baseline: Round;
  product: Round;
}

/** The one and the other way of booking, as the bench uses it. */
interface Desk {
  hold(from: number): Promise<unknown>;
  confirm(held: unknown): Promise<unknown>;
}

export async function benchHolds(databaseUri: (name: string) => string): Promise<HoldsResult> {
  const client = await new MongoClient(databaseUri('baseline'), {
    writeConcern: { w: 1, journal: true },
    maxPoolSize: POOL_SIZE,
  }).connect();
  const naive = client.db().collection<NaiveBooking>('bookings');
  await prepareNaive(naive);
  const product = await openProduct(databaseUri('product'));
  const rounds: { baseline: Round; product: Round }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const result = { baseline: await measure(naiveDesk(naive)), product: await measure(product.desk()) };
    if (round > 0) rounds.push(result);
  }
  await Promise.all([client.close(), product.close()]);
  return {
    baseline: medians(rounds.map(({ baseline }) => baseline)),
    product: medians(rounds.map(({ product: own }) => own)),
  };
}

async function measure(desk: Desk): Promise<Round> {
  const held: unknown[] = [];
  const holds = await sequential(CALLS_A_ROUND, async (index) => void held.push(await desk.hold(index * GROOM_CELLS)));
  const confirms = await sequential(CALLS_A_ROUND, async (index) => void (await desk.confirm(held[index])));
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: RUSH }, () => desk.hold(CALLS_A_ROUND * GROOM_CELLS)));
  const rush = performance.now() - start;
  return {
    holdP50: percentile(holds, 0.5),
    holdP99: percentile(holds, 0.99),
    confirmP99: percentile(confirms, 0.99),
    rush,
    winners: answers.filter((answer) => answer !== null).length,
  };
}

function naiveDesk(bookings: Collection<NaiveBooking>): Desk {
  const company_id = new ObjectId();
  return {
    hold: (from) =>
      holdNaively(bookings, { company_id, lanes: ['staff:ana', 'unit:table'], from, to: from + GROOM_CELLS }),
    confirm: (held) => confirmNaively(bookings, company_id, held as ObjectId),
  };
}

async function openProduct(uri: string) {
  const { NestFactory } = await import('@nestjs/core');
  const { ClsModule } = await import('nestjs-cls');
  const { AppConfig, ConfigModule } = await import('../../src/core/config/index.ts');
  const {
    DatabaseIndexService: DatabaseIndexService,
    DatabaseModule,
    openDatabase,
  } = await import('../../src/core/database/index.ts');
  const { LocksModule } = await import('../../src/core/locks/index.ts');
  const { MetricsModule } = await import('../../src/core/metrics/index.ts');
  const { CompanyScope } = await import('../../src/core/tenancy/index.ts');
  const { ReservationsService } = await import('../../src/modules/booking/reservations/reservations.service.ts');
  const { ReservationsModule } = await import('../../src/modules/booking/reservations/reservations.module.ts');
  const { aLeg, appointmentDetails } = await import('../builders/bookings.ts');
  const config = AppConfig.load({ ...process.env, NODE_ENV: 'development', MONGODB_URI: uri });
  class Bench {}
  const imports = [
    ConfigModule.forRoot(config),
    ClsModule.forRoot({ global: true }),
    DatabaseModule.forRoot(await openDatabase(config)),
    MetricsModule,
    LocksModule,
    ReservationsModule,
  ];
  const app = await NestFactory.createApplicationContext({ module: Bench, imports }, { logger: ['error'] });
  await app.get(DatabaseIndexService).prepare();
  const bookings = app.get(ReservationsService);
  const desk = (): Desk => {
    const scope = CompanyScope.of(new ObjectId().toHexString());
    return {
      hold: async (from) => {
        const legs = ['staff:ana', 'unit:table'].map((lane) => aLeg(lane, from, from + GROOM_CELLS));
        try {
          return (await bookings.hold(scope, { legs, details: appointmentDetails(), ttlMs: HOLD_MS }))._id;
        } catch (error) {
          if ((error as { code?: unknown }).code !== 'SLOT_TAKEN') throw error;
          return null;
        }
      },
      confirm: (held) => bookings.confirm(scope, String(held)),
    };
  };
  return { desk, close: () => app.close() };
}

function medians(rounds: readonly Round[]): Round {
  const of = (pick: keyof Round): number => median(rounds.map((round) => round[pick]));
  return {
    holdP50: of('holdP50'),
    holdP99: of('holdP99'),
    confirmP99: of('confirmP99'),
    rush: of('rush'),
    winners: of('winners'),
  };
}
