import type { Claim } from '../../../src/modules/booking/reservations/booking.js';
import type {
  BookingChange,
  BookingGuard,
  BookingStore,
} from '../../../src/modules/booking/reservations/booking-store.js';
import type { Mutation } from './booking-world.js';

type ChangeOf = BookingStore['change'];

/** A store whose changes are done otherwise; everything else is as it was. */
function changing(store: BookingStore, change: ChangeOf): BookingStore {
  return over(store, { change });
}

function over(store: BookingStore, methods: Partial<BookingStore>): BookingStore {
  return new Proxy(store, {
    get: (target, name: keyof BookingStore) => methods[name] ?? (target[name] as () => unknown).bind(target),
  });
}

const isFence = ({ ver }: BookingGuard, { state }: BookingChange): boolean =>
  ver !== undefined && (state === 'EXPIRED' || state === 'FAILED');
const isFenceOfMove = (guard: BookingGuard, { state, move, legs }: BookingChange): boolean =>
  guard.ver !== undefined && state === undefined && move === null && legs === undefined;

/** Says that it was done, and does not do it. */
function pretending(shouldSkip: (guard: BookingGuard, change: BookingChange) => boolean): Mutation {
  return (store) =>
    changing(store, async (scope, id, guard, change) => {
      if (!shouldSkip(guard, change)) return store.change(scope, id, guard, change);
      const found = await store.booking(scope, id);
      const { at: _at, event: _event, details: _details, freesKey: _freesKey, ...fields } = change;
      return found && { ...found, ...fields };
    });
}

/** Takes over from a hold that has run out without ending it first. */
export const withoutExpiryWrite = pretending(isFence);
/** The same for a move that has run out. */
export const withoutExpiryWriteOfMoves = pretending(isFenceOfMove);

/** Deletes claims by their name, whoever has them by now. */
export const deletingById: Mutation = (store, _process, memory) =>
  over(store, {
    deleteClaims: async (scope, _owner, ids) => {
      await store.claimsIn(scope, []);
      for (const id of ids) memory.claims.delete(id);
    },
  });

/** Confirms whatever is still in the state of a hold. */
export const confirmingWithoutExpiry: Mutation = (store) =>
  changing(store, (scope, id, guard, change) => {
    const { expAfter: _expAfter, ...rest } = guard;
    return store.change(scope, id, change.state === 'CONFIRMED' ? rest : guard, change);
  });

/** Makes sure of a move without asking whether it was ended. */
export const movingWithoutVersion: Mutation = (store) =>
  changing(store, (scope, id, guard, change) =>
    store.change(scope, id, change.legs ? { states: ['HELD', 'CONFIRMED'] } : guard, change),
  );

/** Every other process claims from the other end. */
export const claimingUnsorted: Mutation = (store, process) =>
  process % 2 === 0
    ? store
    : over(store, {
        insertClaims: async (scope, claims: readonly Claim[]) =>
          // Nothing is surely there before the first one, so all of them are looked at again.
          (await store.insertClaims(scope, claims.toReversed())) === null ? null : 0,
      });
