import fc from 'fast-check';
import { parseText } from './parse-text.ts';

describe('parts of a text', () => {
  it('finds web addresses without the punctuation after them', () => {
    expect(parseText('See https://patas.example/a?b=1, or www.patas.example.')).toEqual([
      { kind: 'plain', text: 'See ' },
      { kind: 'link', text: 'https://patas.example/a?b=1', href: 'https://patas.example/a?b=1' },
      { kind: 'plain', text: ', or ' },
      { kind: 'link', text: 'www.patas.example', href: 'https://www.patas.example' },
      { kind: 'plain', text: '.' },
    ]);
  });

  it('makes a link of web addresses only', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'file:///etc/passwd']) {
      expect(parseText(text)).toEqual([{ kind: 'plain', text }]);
    }
  });

  it('shows words between stars in bold, but not a multiplication', () => {
    expect(parseText('It is *very* nice')).toContainEqual({ kind: 'bold', text: 'very' });
    expect(parseText('2*3*4 and * a *')).toEqual([{ kind: 'plain', text: '2*3*4 and * a *' }]);
  });

  it('finds the longest name of a colleague after an @', () => {
    const colleagues = ['Ana', 'Ana Lima', 'C++ (Bot)'];
    expect(parseText('@Ana Lima and @ana, not @Anabel; @C++ (Bot)', colleagues)).toEqual([
      { kind: 'mention', text: '@Ana Lima' },
      { kind: 'plain', text: ' and ' },
      { kind: 'mention', text: '@ana' },
      { kind: 'plain', text: ', not @Anabel; ' },
      { kind: 'mention', text: '@C++ (Bot)' },
    ]);
  });

  it('finds a name that is written without its accents', () => {
    expect(parseText('@helena brandao', ['Helena Brandão'])).toEqual([{ kind: 'mention', text: '@helena brandao' }]);
  });

  it('loses no character of any text', () => {
    const piece = fc.constantFrom('*', '@Ana', ' ', 'https://a.b', 'www.', '\n', 'é', '😀', 'word', '.');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const text = pieces.join('');
        const joined = parseText(text, ['Ana']).map((part) => (part.kind === 'bold' ? `*${part.text}*` : part.text));
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});
