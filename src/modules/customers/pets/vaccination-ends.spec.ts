import { clearancesFor, currentVaccinations, vaccinationEnds } from './vaccination-ends.js';

const given = (name: string, expires_on: string | null) => ({ name, given_on: null, expires_on });

describe('vaccinationEnds', () => {
  it('returns each day once, in order', () => {
    const vaccinations = [given('Rabies', '2027-03-01'), given('DHPP', '2026-01-31'), given('Flu', '2027-03-01')];
    expect(vaccinationEnds(vaccinations)).toEqual(['2026-01-31', '2027-03-01']);
  });

  it('leaves out a vaccination that a later one of the same name replaces', () => {
    expect(vaccinationEnds([given('Raiva', '2025-01-01'), given(' RAIVA ', '2028-01-01')])).toEqual(['2028-01-01']);
  });

  it('leaves out a vaccination without an end', () => {
    expect(vaccinationEnds([given('Rabies', '2025-01-01'), given('rabies', null)])).toEqual([]);
    expect(currentVaccinations([given('Rabies', '2025-01-01'), given('rabies', null)])).toEqual([
      given('rabies', null),
    ]);
  });
});

describe('clearancesFor', () => {
  const cleared = (name: string, valid_until: string | null) => ({ name, valid_until });

  it('returns the longest clearance of the same name that is valid longer than the vaccination', () => {
    const all = [cleared('rabies ', '2030-05-01'), cleared('Rabies', '2030-09-01'), cleared('DHPP', '2030-01-31')];
    expect(clearancesFor(['Rabies', 'DHPP'], '2030-01-31', all)).toEqual([cleared('Rabies', '2030-09-01')]);
    expect(clearancesFor(['Rabies'], '2030-01-31', [...all, cleared('RABIES', null)])).toEqual([
      cleared('RABIES', null),
    ]);
  });
});
