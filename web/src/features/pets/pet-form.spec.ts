import { fromForm, toForm } from './pet-form.ts';
import type { Pet } from './pets-queries.ts';

const PET = {
  _id: 'p1',
  name: 'Rex',
  species: 'dog',
  breed: null,
  sex: 'male',
  birth_date: '2020-01-31',
  weight_kg: 18.5,
  coat: null,
  temperament: ['bites', 'shy'],
  allergies: ['chicken', 'pollen'],
  notes: 'Left ear',
  vaccinations: [{ name: 'Rabies', given_on: null, expires_on: '2027-01-31' }],
} as unknown as Pet;

describe('the form of a pet', () => {
  it('returns the pet that it was filled with', () => {
    const { name, species, breed, sex, birth_date, weight_kg, coat, temperament, allergies, notes, vaccinations } = PET;
    expect(fromForm(toForm(PET))).toEqual({
      ...{ name, species, breed, sex, birth_date, weight_kg, coat, temperament, allergies, notes, vaccinations },
    });
  });

  it('accepts a weight with a comma, and leaves out empty vaccinations', () => {
    const form = { ...toForm(PET), weight_kg: '6,2', vaccinations: [{ name: ' ', given_on: '', expires_on: '' }] };
    expect(fromForm(form)).toMatchObject({ weight_kg: 6.2, vaccinations: [] });
  });
});
