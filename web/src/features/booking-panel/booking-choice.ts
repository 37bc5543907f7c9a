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

/** The slot of anybody at a start, and the person whose own terms count: null if the usual terms do, undefined if that is not known. */
export interface TermsOfSlot {
  slot: Slot;
  termsOf: string | null | undefined;
}

/**
 * What the API books with anybody at this start: a person without own duration and price if one is free, else the first
 * free person of the service's list. Several pets may be done by several people, so their terms are not known.
 *
 * @param slots those of the start; people with an own duration have another end
 */
export function termsOfAnybody(
  slots: readonly Slot[],
  { staff_overrides, pets }: Pick<Service, 'staff_overrides' | 'pets'>,
  petCount: number,
): TermsOfSlot | undefined {
  const special = staff_overrides.map(({ staff_id }) => staff_id);
  const isByOthers = ({ staff_ids }: Slot): boolean => !staff_ids.every((id) => special.includes(id));
  const usual = slots.find((slot) => slot.staff_ids.length === 0 || isByOthers(slot));
  const first = special.find((id) => slots.some(({ staff_ids }) => staff_ids.includes(id)));
  const slot = usual ?? slots.find(({ staff_ids }) => first !== undefined && staff_ids.includes(first));
  if (!slot) return undefined;
  const isOnePerson = petCount <= 1 || pets.plan === 'sequence' || special.length === 0;
  return { slot, termsOf: isOnePerson ? (usual ? null : first) : undefined };
}

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
