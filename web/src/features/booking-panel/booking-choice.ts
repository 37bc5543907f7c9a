import type { Pet } from '#web/features/pets/pets-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';

/** What the user has chosen so far. */
export interface BookingChoice {
  /** Null until the user chooses: the only pet of the customer counts as chosen. */
  petIds: readonly string[] | null;
  serviceId: string | null;
  startsAt: string | null;
  /** Null means anybody. */
  staffId: string | null;
  addOns: readonly string[];
  /** Of a stay. */
  nights: number;
  notes: string;
}

export type Slot = Schemas['SlotDto'];

/** The chosen pets. The only pet of a customer needs no click. */
export function chosenPets(choice: Pick<BookingChoice, 'petIds'>, pets: readonly Pet[]): Pet[] {
  if (choice.petIds === null) return pets.length === 1 ? [...pets] : [];
  return pets.filter(({ _id }) => choice.petIds?.includes(_id));
}

/** Why the service cannot be booked for so many pets; undefined if it can. */
export function petCountProblem({ pets }: Pick<Service, 'pets'>, count: number): 'tooMany' | 'tooFew' | undefined {
  if (count > (pets.max ?? 1)) return 'tooMany';
  return count < (pets.min ?? 0) ? 'tooFew' : undefined;
}

/** The nights that a stay has at first; undefined if the service is no stay. */
export const firstNights = (service: Service | undefined): number | undefined =>
  service?.kind === 'boarding' ? (service.min_nights ?? 1) : undefined;

/** The visit as quotes, slots and bookings ask for it. */
export function visitOf(choice: BookingChoice, service: Service, pets: readonly Pet[]) {
  return {
    ...(pets.length > 0 ? { pet_ids: pets.map(({ _id }) => _id) } : {}),
    ...(choice.addOns.length > 0 ? { add_ons: [...choice.addOns] } : {}),
    ...(choice.staffId === null ? {} : { staff_id: choice.staffId }),
    ...(service.kind === 'boarding' ? { nights: choice.nights } : {}),
  };
}

export type Visit = ReturnType<typeof visitOf>;
