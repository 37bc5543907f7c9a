import fc from 'fast-check';
import { factsOf } from '../../../../test/builders/flow-graphs.js';
import { fill, FillError, type Json, type Sink, templateValues, variablesIn } from './index.js';

const slot = { label: 'Fri 10:30', starts_at: '2026-12-04T13:30:00Z' };
const vars = { color: 'blue', count: 3, empty: '', list: ['a', 'b'], slot, nested: '{{contact.phone}}' };
const values = templateValues(factsOf({ last_text: 'hello' }), vars);

describe('a template', () => {
  it.each([
    ['no place', 'no place'],
    ['Hi {{contact.first_name}}, {{ pet.name }} weighs {{pet.weight_kg}} kg', 'Hi Maria, Rex weighs 12.5 kg'],
    ['{{contact.full_name}} {{company.name}} {{message.text}}', 'Maria da Silva Happy Paws hello'],
    ['{{vars.color}} {{vars.count}} {{vars.list}} {{vars.list.1}}', 'blue 3 a, b b'],
    ['{{vars.slot}} at {{vars.slot.starts_at}}', 'Fri 10:30 at 2026-12-04T13:30:00Z'],
    ['{{pet.breed|mixed breed}} {{vars.empty|none}} {{vars.gone|}}!', 'mixed breed none !'],
    ['{{vars.nested}}', '{{contact.phone}}'],
    ['{{appointment.date}}{{vars.gone}}{{unknown}}', ''],
    ['{{secret.KEY}}', ''],
    ['{{vars.__proto__}}{{vars.constructor}}{{vars.color.length}}{{__proto__.x}}{{constructor}}', ''],
    ['{{ {{vars.color}} }} {{1+1}} {{contact.phone', '{{ blue }} {{1+1}} {{contact.phone'],
    ['a\u0000b\u001bc\r\nd\te', 'abc\nd\te'],
  ])('%j becomes %j', (template, text) => {
    expect(fill(template, values, 'text')).toBe(text);
  });

  it.each<[Sink, string, string]>([
    ['url', 'https://x.test/?q={{vars.q}}&n={{vars.n}}', 'https://x.test/?q=a%26b%3Dc%2F..%20%22%C3%A9&n=5'],
    [
      'json',
      '{"q": "{{vars.q}}", "n": {{vars.n}}, "all": {{vars.gone}}, "d": {{vars.gone|7}}}',
      '{"q": "a&b=c/.. \\"é", "n": 5, "all": null, "d": 7}',
    ],
    ['json', '["\\"{{vars.q}}", {{vars.q}}]', '["\\"a&b=c/.. \\"é", "a&b=c/.. \\"é"]'],
    ['header', 'Bearer {{ secret.KEY }} {{vars.n}}', 'Bearer {{secret.KEY}} 5'],
    ['header', '{{vars.secret}}', 'secret.KEY'],
  ])('is escaped for %s: %s', (sink, template, text) => {
    const special = templateValues(factsOf(), { q: 'a&b=c/.. "é', n: 5, secret: '{{secret.KEY}}' });
    expect(fill(template, special, sink)).toBe(text);
  });

  it.each(['a\r\nX: 1', 'a\nb', '\u0000'])('is refused in a header with %j', (value) => {
    expect(() => fill('{{vars.x}}', templateValues(factsOf(), { x: value }), 'header')).toThrow(FillError);
  });

  it('is cut at 4,096 characters, but not inside one', () => {
    expect(fill(`${'x'.repeat(4_095)}😀`, {}, 'text')).toBe('x'.repeat(4_095));
    expect(fill('{{vars.x}}'.repeat(100), templateValues(factsOf(), { x: 'y'.repeat(8_000) }), 'text')).toHaveLength(
      4_096,
    );
  });

  it('is refused where it may not be cut', () => {
    const long = templateValues(factsOf(), { x: '"'.repeat(4_096) });
    expect(() => fill('"{{vars.x}}"'.repeat(20), long, 'json')).toThrow('TEXT_TOO_LONG');
  });

  it('names its variables once', () => {
    expect(variablesIn('{{vars.a}} {{pet.name|x}} {{vars.a}} {{secret.K}} {{ }}')).toEqual([
      'vars.a',
      'pet.name',
      'secret.K',
    ]);
  });
});

describe('whatever a customer writes', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '"',
      '\\',
      '\\"',
      '{{secret.KEY}}',
      '{{contact.phone|x}}',
      '\r\nX-Evil: 1',
      '__proto__',
      '${1}',
      '\ud800',
      '</script>',
      '","admin":true,"a":"',
    ),
    fc
      .array(fc.constantFrom('{', '}', '{{', '}}', '"', '\\', '|', 'vars.x', 'secret.K'), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  const valuesWith = (x: Json) => templateValues(factsOf(), { x });

  it('a text holds it once and literally', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        // eslint-disable-next-line no-control-regex
        const plain = value.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
        expect(fill('<{{vars.x}}>', valuesWith(value), 'text')).toBe(`<${plain}>`);
      }),
    );
  });

  it('a JSON body stays well-formed and has no other member', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.jsonValue() as fc.Arbitrary<Json>), (value) => {
        const body = fill(
          '{"quoted": "say {{vars.x}}!", "plain": {{vars.x}}, "last": ["\\\\", {{vars.x|0}}]}',
          valuesWith(value),
          'json',
        );
        const parsed = JSON.parse(body) as Record<string, unknown>;
        expect(Object.keys(parsed)).toEqual(['quoted', 'plain', 'last']);
        expect(parsed.quoted).toMatch(/^say [^]*!$/);
      }),
    );
  });

  it('a URL keeps its host, path and keys', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        const url = new URL(fill('https://x.test/a/{{vars.x|-}}/b?q={{vars.x}}&z=1#f', valuesWith(`v${value}`), 'url'));
        expect(url.origin).toBe('https://x.test');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect([...url.searchParams.keys()]).toEqual(['q', 'z']);
        expect(url.hash).toBe('#f');
      }),
    );
  });

  it('a header names no secret that its template does not name', () => {
    const values = valuesWith('secret.KEY');
    for (const template of ['{{{{vars.x}}}}', '{{{{vars.none}}secret.KEY}}', '{{{vars.none}}{secret.KEY}}'])
      expect(() => fill(template, values, 'header')).toThrow(FillError);
  });

  it('a header has one line and no other secret', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        const header = (): string => fill('{{secret.MINE}} {{{vars.x}}}', valuesWith(value), 'header');
        try {
          expect(header().match(/\{\{/g)).toHaveLength(1);
          expect(header()).not.toMatch(/[\r\n\0]/);
        } catch (error) {
          if (!(error instanceof FillError)) throw error;
        }
      }),
    );
  });

  it('no path leads to a prototype', () => {
    const key = fc.constantFrom(
      'vars',
      'x',
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      'length',
    );
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (path) => {
        const text = fill(`{{${path.join('.')}}}`, valuesWith({ x: 'fine' }), 'text');
        expect(text).not.toMatch(/native code|\[object|function/);
      }),
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
