import type { Schemas } from '#web/lib/api/client.ts';
import type { Pet } from './pets-queries.ts';

/** The bite alert is a word of the temperament, so that other clients of the API see it too. */
const BITES = 'bites';

/** The fields of the dialog as the user types them; lists are separated by commas. */
export interface PetForm {
  name: string;
  species: string;
  breed: string;
  sex: Pet['sex'];
  birth_date: string;
  weight_kg: string;
  coat: string;
  bites: boolean;
  temperament: string;
  allergies: string;
  notes: string;
  vaccinations: { name: string; given_on: string; expires_on: string }[];
}

export function toForm(pet: Pet | undefined): PetForm {
  return {
    name: pet?.name ?? '',
    species: pet?.species ?? 'dog',
    breed: pet?.breed ?? '',
    sex: pet?.sex ?? 'unknown',
    birth_date: pet?.birth_date ?? '',
    weight_kg: pet?.weight_kg?.toString() ?? '',
    coat: pet?.coat ?? '',
    bites: pet?.temperament.includes(BITES) ?? false,
    temperament: pet?.temperament.filter((word) => word !== BITES).join(', ') ?? '',
    allergies: pet?.allergies.join(', ') ?? '',
    notes: pet?.notes ?? '',
    vaccinations: (pet?.vaccinations ?? []).map(({ name, given_on, expires_on }) => ({
      name,
      given_on: given_on ?? '',
      expires_on: expires_on ?? '',
    })),
  };
}

/** The fields for the API, without vaccinations that have no name. */
export function fromForm(form: PetForm): Schemas['CreateContactPetDto'] {
  const weight = Number(form.weight_kg.replace(',', '.'));
  return {
    name: form.name.trim(),
    species: orNull(form.species),
    breed: orNull(form.breed),
    sex: form.sex,
    birth_date: orNull(form.birth_date),
    weight_kg: form.weight_kg.trim() === '' || Number.isNaN(weight) ? null : weight,
    coat: orNull(form.coat),
    temperament: [...(form.bites ? [BITES] : []), ...words(form.temperament)],
    allergies: words(form.allergies),
    notes: orNull(form.notes),
    vaccinations: form.vaccinations
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, given_on, expires_on }) => ({
        name: name.trim(),
        given_on: orNull(given_on),
        expires_on: orNull(expires_on),
      })),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
