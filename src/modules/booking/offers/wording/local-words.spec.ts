import { LocalWords } from './local-words.js';

const DAY_MS = 86_400_000;
const BUTTON_OF_WHATSAPP = 20;

describe('LocalWords', () => {
  const start = new Date('2030-12-03T13:30:00Z');

  it('says day and time in the language and the zone of the company', () => {
    const [en, pt] = ['en', 'pt-BR'].map((locale) => new LocalWords(locale, 'America/Sao_Paulo')) as [
      LocalWords,
      LocalWords,
    ];
    expect([en.label(start), en.date(start), en.time(start)]).toEqual([
      'Tue 3 Dec, 10:30',
      'Tuesday, December 3',
      '10:30',
    ]);
    expect([pt.label(start), pt.date(start)]).toEqual(['ter 3 dez, 10:30', 'terça-feira, 3 de dezembro']);
    expect(new LocalWords('en', 'Asia/Tokyo').label(new Date('2030-12-03T15:05:00Z'))).toBe('Wed 4 Dec, 00:05');
  });

  it.each(['en', 'pt-BR', 'es', 'en-GB'])('fits into a button on every day of a year in %s', (locale) => {
    const words = new LocalWords(locale, 'UTC');
    const labels = Array.from({ length: 366 }, (_, day) => words.label(new Date(start.getTime() + day * DAY_MS)));
    expect(labels.filter((label) => label.length > BUTTON_OF_WHATSAPP)).toEqual([]);
    expect(new Set(labels).size).toBeGreaterThanOrEqual(365);
  });
});
