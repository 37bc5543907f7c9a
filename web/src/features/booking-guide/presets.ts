import type { ResourceTypeFields } from '#web/features/resources/resources-queries.ts';
import type { ServiceFields } from '#web/features/services/services-queries.ts';
import { parseMoney } from '#web/lib/money.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import type { DoorHours } from './shared-week.ts';

/** Usual services of pet care. Names are in the words of the guide. */
export const PRESETS = {
  bath: { kind: 'timed', duration_min: 60, buffer_after_min: 10, species: ['dog'] },
  grooming: { kind: 'timed', duration_min: 90, buffer_after_min: 10, species: ['dog', 'cat'] },
  vet: { kind: 'timed', duration_min: 30, buffer_after_min: 5, species: ['dog', 'cat'] },
  daycare: { kind: 'daycare', duration_min: 480, buffer_after_min: 0, species: ['dog'] },
  boarding: { kind: 'boarding', duration_min: 1_440, buffer_after_min: 0, species: ['dog'] },
} as const;

export type PresetKey = keyof typeof PRESETS;
export const PRESET_KEYS = Object.keys(PRESETS) as PresetKey[];

/** The answers about the first service. Numbers and amounts are texts, as they are typed. */
export interface ServiceAnswers {
  preset: PresetKey;
  name: string;
  minutes: string;
  price: string;
  /** How many pets a stay has room for. */
  places: string;
  species: string[];
}

/** Where a stay takes place, and when pets come and go. */
export interface StayTerms {
  /** The id of the type of places. */
  placeTypeId: string;
  door: DoorHours;
}

/** The service for the API. @param stay null for an appointment */
export function answeredService(answers: ServiceAnswers, currency: string, stay: StayTerms | null): ServiceFields {
  const { kind, duration_min, buffer_after_min } = PRESETS[answers.preset];
  return {
    name: answers.name.trim(),
    kind,
    duration_min: kind === 'timed' ? (parseWhole(answers.minutes) ?? duration_min) : duration_min,
    buffer_after_min,
    price: parseMoney(answers.price, currency) ?? null,
    accepted_species: answers.species,
    ...(stay && stayFields(stay)),
  };
}

function stayFields({ placeTypeId, door: { weekdays, from, to } }: StayTerms): ServiceFields {
  const requirement = { resource_type_id: placeTypeId, quantity: 1, resource_ids: [], segment: null };
  return { requirements: [requirement], weekdays, arrival: { from, to }, pickup: { from, to } };
}

/** The places that a stay needs; null for an appointment, which needs a person only. @param name of the places */
export function placesFor({ preset }: ServiceAnswers, name: string): ResourceTypeFields | null {
  const { kind } = PRESETS[preset];
  if (kind === 'timed') return null;
  return { name, kind: 'pool', cell: kind === 'boarding' ? 'night' : 'half_day', pad_after_min: 0 };
}

export type AnswerProblem = 'name' | 'minutes' | 'amount' | 'places';

/** What must be answered before the service can be added, by the field of the form. */
export function answerProblems(answers: ServiceAnswers, currency: string): Record<string, AnswerProblem> {
  const isStay = PRESETS[answers.preset].kind !== 'timed';
  const isAmount = answers.price.trim() === '' || parseMoney(answers.price, currency) !== undefined;
  return {
    ...(answers.name.trim() === '' && { name: 'name' as const }),
    ...(!isStay && (parseWhole(answers.minutes) ?? 0) < 5 && { minutes: 'minutes' as const }),
    ...(!isAmount && { price: 'amount' as const }),
    ...(isStay && (parseWhole(answers.places) ?? 0) < 1 && { places: 'places' as const }),
  };
}
