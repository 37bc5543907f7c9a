import { countryChoices, guessCountry } from './countries.ts';

describe('the guess of a country', () => {
  it.each([
    ['America/Sao_Paulo', ['en-US'], 'BR'],
    ['Europe/Lisbon', ['pt-BR'], 'PT'],
    ['UTC', ['pt', 'pt-BR', 'en-US'], 'BR'],
    ['UTC', ['en'], ''],
    ['UTC', ['en-US@posix', 'pt-BR'], 'BR'],
  ])('comes from the time zone, else from the language: %s, %j', (zone, languages, country) => {
    expect(guessCountry(zone, languages)).toBe(country);
  });
});

describe('the choices of a country', () => {
  it('are sorted by their name in the language', () => {
    const labels = countryChoices('pt-BR').map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['Afeganistão', 'África do Sul']);
    expect(countryChoices('en')).toContainEqual({ value: 'BR', label: 'Brazil' });
  });
});
