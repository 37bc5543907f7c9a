import { ageOn, isDangerous, shownVaccinations, speciesOf, vaccinationState } from './pet-facts.ts';

const TODAY = '2026-03-02';

describe('the age of a pet', () => {
  it.each([
    ['2020-03-02', { years: 6, months: 0 }],
    ['2020-03-03', { years: 5, months: 11 }],
    ['2026-01-31', { years: 0, months: 1 }],
    ['2026-03-02', { years: 0, months: 0 }],
    ['2026-03-03', undefined],
  ])('counts full years and months since %s', (born, age) => {
    expect(ageOn(born, TODAY)).toEqual(age);
  });
});

describe('vaccinations of a pet', () => {
  it.each([
    [null, 'given'],
    ['2026-03-01', 'expired'],
    ['2026-03-02', 'expiring'],
    ['2026-04-01', 'expiring'],
    ['2026-04-02', 'valid'],
  ])('are judged by the day on which they expire (%s)', (expiresOn, state) => {
    expect(vaccinationState(expiresOn, TODAY)).toBe(state);
  });

  it('are listed once, with the longest validity of card and proofs', () => {
    const shown = shownVaccinations(
      {
        vaccinations: [
          { name: 'Rabies', given_on: '2024-01-01', expires_on: '2025-01-01' },
          { name: 'rabies ', given_on: '2025-02-01', expires_on: '2026-02-01' },
        ],
        clearances: [{ name: 'Rabies', valid_until: '2027-02-01' }],
        wanted: [],
      },
      TODAY,
    );
    expect(shown).toEqual([{ name: 'Rabies', givenOn: null, expiresOn: '2027-02-01', state: 'valid' }]);
  });

  it('are missing if an appointment requires one that the pet does not have', () => {
    const shown = shownVaccinations(
      {
        vaccinations: [{ name: 'Rabies', given_on: null, expires_on: '2025-01-01' }],
        clearances: [],
        wanted: ['rabies', 'Distemper', 'Distemper'],
      },
      TODAY,
    );
    expect(shown.map(({ name, state }) => [name, state])).toEqual([
      ['Distemper', 'missing'],
      ['Rabies', 'expired'],
    ]);
  });
});

describe('words about a pet', () => {
  it('warn of pets that may hurt', () => {
    expect(['Bites!', 'morde', 'AGRESSIVA', 'needs a muzzle'].every(isDangerous)).toBe(true);
    expect(['calm', 'shy', 'arabic', 'friendly'].some(isDangerous)).toBe(false);
  });

  it('name a species', () => {
    expect([speciesOf('Dog'), speciesOf('iguana'), speciesOf(null)]).toEqual(['dog', undefined, undefined]);
  });
});
