import { AppError } from '../../../src/core/errors/index.js';
import { CompanyScope } from '../../../src/core/tenancy/index.js';
import type { WantedLeg, StoredBooking } from '../../../src/modules/booking/reservations/booking.js';
import { BookingLifecycle } from '../../../src/modules/booking/reservations/booking-lifecycle.js';
import type { BookingStore } from '../../../src/modules/booking/reservations/booking-store.js';
import { ClaimReconciler } from '../../../src/modules/booking/reservations/claim-reconciler.js';
import { type BookingEnvironment, ClaimWriter } from '../../../src/modules/booking/reservations/claim-writer.js';
import { HoldCreator } from '../../../src/modules/booking/reservations/hold-creator.js';
import { BookingMover } from '../../../src/modules/booking/reservations/booking-mover.js';
import { aLeg, appointmentDetails } from '../../builders/bookings.js';
import { faultyStore, InjectedFault } from './faulty-booking-store.js';
import { Interleaver, seeded } from './interleaver.js';
import { violation } from './invariants.js';
import { MemoryBookingStore } from './memory-booking-store.js';

/** Changes what the protocol's writes do, to see whether the tests would notice. */
export type Mutation = (store: BookingStore, process: number, memory: MemoryBookingStore) => BookingStore;

export interface WorldOptions {
  seed: number;
  mutation?: Mutation;
}

const CLIENTS = 6;
const CELLS = 8;
const CHANCE_OF_FAULT = 0.01;
const CHANCE_OF_DEATH = 0.004;
const CHANCE_OF_SLEEP = 0.01;
const MAX_SKEW_MS = 4_000;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const SWEEPS = 4;

/** The protocol as one process runs it. */
export interface Protocol {
  reconciler: ClaimReconciler;
  mover: BookingMover;
  holds: HoldCreator;
  lifecycle: BookingLifecycle;
}

export function protocolOn(store: BookingStore, environment: BookingEnvironment): Protocol {
  const claimWriter = new ClaimWriter(store, environment);
  const reconciler = new ClaimReconciler(store, environment);
  const mover = new BookingMover(store, environment, claimWriter, reconciler);
  const holds = new HoldCreator(store, environment, claimWriter, mover, reconciler);
  return { reconciler, mover, holds, lifecycle: new BookingLifecycle(store, environment) };
}

/** Customers, staff and a sweeper on one memory store, each with a wrong clock and lost replies. */
export class BookingWorld {
  readonly store = new MemoryBookingStore();
  readonly interleaver: Interleaver;
  readonly scope = CompanyScope.of('0123456789abcdef01234567');
  /** Seen by a client only: answers that must not be. */
  private broken: string | null = null;
  private readonly answers = new Map<string, string>();

  constructor(private readonly options: WorldOptions) {
    this.interleaver = new Interleaver(seeded(options.seed), CHANCE_OF_DEATH, CHANCE_OF_SLEEP);
  }

  /** @returns what went wrong, or null */
  async run(): Promise<string | null> {
    for (let client = 0; client < CLIENTS; client++) void this.alive(this.client(client));
    void this.alive(this.sweeper(CLIENTS));
    const found = await this.interleaver.run(
      () => this.broken ?? violation(this.store, this.interleaver.now, MAX_SKEW_MS),
    );
    return found ?? (await this.afterwards());
  }

  /** When all that was tentative has lapsed and was swept, claims are exactly what committed bookings list. */
  private async afterwards(): Promise<string | null> {
    const environment = { ...this.environment(-1, 0), pause: () => Promise.resolve() };
    const { reconciler } = protocolOn(this.store, environment);
    // The second day finds claims of processes that slept through the death of their booking.
    for (const days of [1, 2]) {
      this.interleaver.now += days * DAY_MS;
      for (const { _id } of this.store.due(new Date(this.interleaver.now)))
        await reconciler.tidyClaims(this.scope, _id);
    }
    return violation(this.store, this.interleaver.now, 0, true);
  }

  private async client(index: number): Promise<void> {
    const { random } = this.interleaver;
    const environment = this.environment(index, (random() - 0.5) * 2 * MAX_SKEW_MS);
    const protocol = protocolOn(this.storeOf(index), environment);
    const clientKey = random() < 0.3 ? `key ${Math.floor(random() * 2)}` : undefined;
    const held = await protocol.holds.hold(this.scope, {
      legs: this.randomLegs(),
      details: appointmentDetails({ ends_at: new Date(this.interleaver.now + MONTH_MS) }),
      ttlMs: (3 + random() * 40) * SECOND_MS,
      ...(clientKey && { clientKey }),
      ...(random() < 0.1 && { overbook: { by: 'staff', reason: 'model' } }),
    });
    if (clientKey) this.isSameAnswer(clientKey, held);
    for (let waits = Math.floor(random() * 12); waits > 0; waits--) await this.interleaver.turn(index);
    await this.decide(protocol, held, environment);
  }

  private async decide(protocol: Protocol, held: StoredBooking, environment: BookingEnvironment): Promise<void> {
    const { random } = this.interleaver;
    const { holds, lifecycle, mover, reconciler } = protocol;
    let { exp } = held;
    const choice = random();
    if (choice < 0.1) return void (await lifecycle.release(this.scope, held._id));
    if (choice < 0.2) {
      const replacement = {
        legs: this.randomLegs(),
        details: appointmentDetails({ ends_at: held.ends_at }),
        ttlMs: 20_000,
      };
      await holds.hold(this.scope, { ...replacement, replaces: held._id });
      return;
    }
    if (choice < 0.4) ({ exp } = await lifecycle.startPaying(this.scope, held._id, 30 * SECOND_MS));
    const askedAt = environment.now();
    const isShared = held.client_key !== undefined;
    const confirmed =
      random() < 0.3
        ? await mover.move(this.scope, held._id, { legs: this.randomLegs(), details: {}, confirms: true })
        : await lifecycle.confirm(this.scope, held._id);
    // Another client of the same key may have confirmed it, or let it live longer, in the meantime.
    if (!isShared && exp && exp <= askedAt) this.broken = 'CONFIRMED AFTER EXPIRY';
    if (random() < 0.7) await reconciler.tidyClaims(this.scope, confirmed._id);
    await this.change(protocol, confirmed);
  }

  private async change({ lifecycle, mover, reconciler }: Protocol, confirmed: StoredBooking): Promise<void> {
    const { random } = this.interleaver;
    for (let moves = Math.floor(random() * 3); moves > 0; moves--) {
      try {
        await mover.move(this.scope, confirmed._id, { legs: this.randomLegs(), details: {} });
      } catch (error) {
        // What cannot be had is not had; a lost answer may have moved it or not.
        if (!(error instanceof AppError || error instanceof InjectedFault)) throw error;
      }
      if (random() < 0.7) await reconciler.tidyClaims(this.scope, confirmed._id);
    }
    if (random() < 0.3) await lifecycle.transition(this.scope, confirmed._id, 'check_in');
    if (random() < 0.4) {
      const { _id } = await lifecycle.cancel(this.scope, confirmed._id, {});
      if (random() < 0.7) await reconciler.tidyClaims(this.scope, _id);
    }
  }

  private async sweeper(process: number): Promise<void> {
    const environment = this.environment(process, (this.interleaver.random() - 0.5) * 2 * MAX_SKEW_MS);
    const { reconciler } = protocolOn(this.storeOf(process), environment);
    for (let sweeps = SWEEPS; sweeps > 0; sweeps--) {
      for (const { _id } of this.store.due(environment.now()))
        await reconciler.tidyClaims(this.scope, _id).catch(onlyExpected);
      for (let waits = 30; waits > 0; waits--) await this.interleaver.turn(process);
    }
  }

  /** A process ends with its first answer that it has no answer to; only defects are failures. */
  private async alive(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof AppError || error instanceof InjectedFault)) this.broken = String(error);
    }
  }

  /** A hold that has lapsed frees its key, so only two answers that both live contradict each other. */
  private isSameAnswer(key: string, { _id }: StoredBooking): void {
    const id = _id.toHexString();
    const known = this.answers.get(key) ?? id;
    const hasLapsed = (one: string): boolean => this.store.bookings.get(one)?.state === 'EXPIRED';
    if (known !== id && !hasLapsed(known) && !hasLapsed(id)) this.broken = 'TWO ANSWERS TO ONE KEY';
    if (!hasLapsed(id)) this.answers.set(key, id);
  }

  private storeOf(process: number): BookingStore {
    const { mutation } = this.options;
    const store = faultyStore(this.store, process, this.interleaver, CHANCE_OF_FAULT);
    return mutation ? mutation(store, process, this.store) : store;
  }

  private environment(process: number, skewMs: number): BookingEnvironment {
    const { interleaver } = this;
    return {
      now: () => new Date(interleaver.now + skewMs),
      random: interleaver.random,
      pause: async (ms) => {
        for (const until = interleaver.now + ms; interleaver.now < until;) await interleaver.turn(process);
      },
    };
  }

  /** One or two people or kennels, or places in a pool, for neighbouring cells. */
  private randomLegs(): WantedLeg[] {
    const { random } = this.interleaver;
    const lanes = ['staff:ana', 'unit:table', 'pool:yard'].filter(() => random() < 0.5);
    return (lanes.length > 0 ? lanes : ['staff:ana']).map((lane) => {
      const from = Math.floor(random() * CELLS);
      const to = Math.min(CELLS, from + 1 + Math.floor(random() * 4));
      if (lane !== 'pool:yard') return aLeg(lane, from, to);
      return aLeg(lane, from, to, { capacity: 3, quantity: 1 + Math.floor(random() * 2) });
    });
  }
}

function onlyExpected(error: unknown): void {
  if (!(error instanceof InjectedFault)) throw error;
}
