import type { AskedTraits, BookableService, DescribedPet, Hold, Payment, Slot, Verification } from './visitor-api.ts';

/** Answers about one pet, as typed. */
export interface PetAnswers {
  name: string;
  species: string;
  weight: string;
  coat: string;
  breed: string;
}

export const DAY_PARTS = ['any', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What a visitor who waits for a free time has answered. */
export interface WaitAnswers {
  /** Id of the request, chosen by the client; repeating it returns the same entry. */
  key: string;
  /** Local days, YYYY-MM-DD. */
  from: string;
  to: string;
  part: DayPart;
  /** A code was sent to this address. */
  codeTo: string | null;
}

/** All that a visitor has answered so far. */
export interface Draft {
  pets: PetAnswers[];
  serviceId: string | null;
  addOns: string[];
  nights: number | null;
  staffId: string | null;
  hold: Hold | null;
  /** What the time was held for; see {@link chosenVisit}. */
  heldFor: string | null;
  contact: { full_name: string; email: string; phone: string };
  notes: string;
  /** A code was sent to this address. */
  verification: (Verification & { to: string }) | null;
  /** The deposit of the held time, once it is demanded. */
  payment: Payment | null;
  /** Null unless the visitor wants to wait for a free time. */
  wait: WaitAnswers | null;
}

export const STEPS = ['pets', 'service', 'time', 'details', 'code'] as const;
export type Step = (typeof STEPS)[number];

export const NEW_PET: PetAnswers = { name: '', species: '', weight: '', coat: '', breed: '' };
export const NEW_DRAFT: Draft = {
  pets: [NEW_PET],
  serviceId: null,
  addOns: [],
  nights: null,
  staffId: null,
  hold: null,
  heldFor: null,
  contact: { full_name: '', email: '', phone: '' },
  notes: '',
  verification: null,
  payment: null,
  wait: null,
};
export const MAX_PETS = 10;
const MIN_KG = 0.1;
const MAX_KG = 500;

/** A typed weight with a point or a comma; undefined where it is none that a pet can have. */
export function weightOf(text: string): number | undefined {
  const kg = /^\s*\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  return kg >= MIN_KG && kg <= MAX_KG ? kg : undefined;
}

/** What is missing about a pet: the page asks only what decides about something. */
export function missingOf(pet: PetAnswers, traits: AskedTraits): 'species' | 'weight' | undefined {
  if (pet.species.trim() === '') return 'species';
  return traits.weight && weightOf(pet.weight) === undefined ? 'weight' : undefined;
}

/** The pet as the API asks for it when it searches and holds times. */
export function describedPet({ species, weight, coat, breed }: PetAnswers): DescribedPet {
  const weight_kg = weightOf(weight);
  return {
    species: species.trim(),
    ...(weight_kg === undefined ? {} : { weight_kg }),
    ...(coat === '' ? {} : { coat }),
    ...(breed.trim() === '' ? {} : { breed: breed.trim() }),
  };
}

/** Service, extras, nights and person in one text. */
export const chosenVisit = ({ serviceId, addOns, nights, staffId }: Draft): string =>
  JSON.stringify([serviceId, addOns.toSorted(), nights, staffId]);

/** Whether a time is held for the visit that is chosen now. A hold for other extras would book the visit without them. */
export const isHeldAsChosen = (draft: Draft): boolean => draft.hold !== null && draft.heldFor === chosenVisit(draft);

/** The query of a visit, without the days. */
export function visitQuery({ pets, serviceId, addOns, nights, staffId }: Draft): string {
  const query = new URLSearchParams({ service_id: serviceId ?? '', pets: JSON.stringify(pets.map(describedPet)) });
  if (addOns.length > 0) query.set('add_ons', addOns.join(','));
  if (nights !== null) query.set('nights', String(nights));
  if (staffId !== null) query.set('staff_id', staffId);
  return query.toString();
}

/** The body of a hold. A hold that the visitor has already is moved. */
export function holdBody(draft: Draft, starts_at: string, client_key: string): object {
  const { pets, serviceId, addOns, nights, staffId, hold } = draft;
  return {
    service_id: serviceId,
    starts_at,
    pets: pets.map(describedPet),
    client_key,
    ...(addOns.length > 0 ? { add_ons: addOns } : {}),
    ...(nights === null ? {} : { nights }),
    ...(staffId === null ? {} : { staff_id: staffId }),
    ...(hold ? { replaces: hold._id } : {}),
  };
}

/** The body of the confirmation; the code comes with the second call. */
export function confirmBody({ contact, pets, notes }: Draft, more: { code?: string; accept_quote?: string }): object {
  const { full_name, email, phone } = contact;
  return {
    contact: {
      full_name: full_name.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    },
    pets: pets.map((pet) => ({ name: pet.name.trim(), ...describedPet(pet) })),
    ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
    ...more,
  };
}

/** The chosen service begins without extras, and with the fewest nights that it takes. */
export function withService(draft: Draft, { _id, kind, min_nights }: BookableService): Draft {
  if (draft.serviceId === _id) return draft;
  return {
    ...draft,
    serviceId: _id,
    addOns: [],
    staffId: null,
    nights: kind === 'boarding' ? (min_nights ?? 1) : null,
  };
}

/** The step that can be shown: a wanted step needs the answers of those before it. */
export function reachableStep(wanted: Step, draft: Draft, traits: AskedTraits): Step {
  const isDone: Record<Step, boolean> = {
    pets: draft.pets.every((pet) => missingOf(pet, traits) === undefined),
    service: draft.serviceId !== null,
    time: isHeldAsChosen(draft),
    details: draft.verification !== null,
    code: false,
  };
  const first = STEPS.findIndex((step) => !isDone[step]);
  return STEPS[Math.min(first, STEPS.indexOf(wanted))]!;
}

/** Parts of the day that have times. */
export function partsOfDay(slots: readonly Slot[], hourOf: (instant: string) => number) {
  const NOON = 12;
  const EVENING = 18;
  const within = (from: number, to: number) =>
    slots.filter(({ starts_at }) => hourOf(starts_at) >= from && hourOf(starts_at) < to);
  const parts = [
    { part: 'morning', slots: within(0, NOON) },
    { part: 'afternoon', slots: within(NOON, EVENING) },
    { part: 'evening', slots: within(EVENING, 24) },
  ] as const;
  return parts.filter((one) => one.slots.length > 0);
}
