import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { problemWords } from './problem-words.ts';

const wordsOf = (file: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../locales/pt-BR', file), 'utf8')) as object;
const problem = { column: null, message: 'The sentence of the server.' };

describe('problemWords', () => {
  beforeAll(() =>
    i18next.init({
      lng: 'pt-BR',
      resources: {
        'pt-BR': {
          common: wordsOf('common.json'),
          imports: wordsOf('imports.json'),
          bookingPanel: wordsOf('booking-panel.json'),
        },
      },
      interpolation: { escapeValue: false },
    }),
  );

  it('translates a problem by its code, with the value of the cell', () => {
    expect(problemWords({ ...problem, code: 'INVALID_DATE', details: { value: 'logo' } })).toMatch(
      /“logo” não é uma data/,
    );
  });

  it('prefers the words of a rule or a field', () => {
    const rule = problemWords({ ...problem, code: 'SLOT_NOT_OFFERED', details: { rule: 'NO_STAFF' } });
    const field = problemWords({ ...problem, code: 'INVALID_VALUE', details: { field: 'email' } });
    expect([rule, field]).not.toContain(problem.message);
    expect(field).toMatch(/e-mail/);
  });

  it('shows the sentence of the server for an unknown code', () => {
    expect(problemWords({ ...problem, code: 'OTHER' })).toBe(problem.message);
  });
});
