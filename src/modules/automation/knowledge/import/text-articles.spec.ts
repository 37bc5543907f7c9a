import { columnsOf } from './csv-articles.js';
import { articlesOfText } from './text-articles.js';

describe('a text file', () => {
  it('has articles by their titles and questions by their letters', () => {
    const text =
      '# Hours\nDaily from 9 to 18.\n## Sundays\nClosed.\n\nQ: Do you trim nails?\nA: Yes, for 15.\nP: Aceitam pix?\nR: Sim.';
    expect(articlesOfText(text)).toEqual([
      { row: 1, kind: 'article', title: 'Hours', content: 'Daily from 9 to 18.\n## Sundays\nClosed.' },
      { row: 6, kind: 'faq', title: 'Do you trim nails?', content: 'Yes, for 15.' },
      { row: 8, kind: 'faq', title: 'Aceitam pix?', content: 'Sim.' },
    ]);
  });

  it('without titles is one article', () => {
    expect(articlesOfText('\nOur hours\n\nDaily.')).toEqual([
      { row: 2, kind: 'article', title: 'Our hours', content: 'Daily.' },
    ]);
    expect(articlesOfText(' \n')).toEqual([]);
  });
});

describe('a CSV file', () => {
  it('names its columns in three languages', () => {
    expect(columnsOf(['Pergunta', 'Resposta', 'x', 'Idioma'])).toEqual({
      places: new Map([
        ['title', 0],
        ['content', 1],
        ['language', 3],
      ]),
      areQuestions: true,
    });
    expect(columnsOf(['Título', 'Contenido']).areQuestions).toBe(false);
  });
});
