import fc from 'fast-check';
import type { Request, Response } from 'express';
import { AppError } from '../errors/index.js';
import { inputGuardMiddleware } from './input-guard.middleware.js';

function pass(body: unknown, query: unknown = {}): 'passed' {
  let result: 'passed' | undefined;
  inputGuardMiddleware({ body, query } as Request, {} as Response, () => (result = 'passed'));
  if (!result) throw new Error('next was not called');
  return result;
}

/** Arrays in arrays, this deep. */
function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { a: nested(depth - 1) };
}

describe('inputGuardMiddleware', () => {
  it.each([
    ['an operator', { email: { $ne: null } }, 'email.$ne'],
    ['an operator at the top', { $where: '1' }, '$where'],
    ['an operator in a list', { tags: ['a', { $regex: '.' }] }, 'tags.1.$regex'],
    ['a prototype', JSON.parse('{"__proto__":{"admin":true}}'), '__proto__'],
    ['a constructor', { constructor: { prototype: {} } }, 'constructor'],
    ['a NUL', { q: 'nul\0' }, 'q'],
    ['half a character', { name: { first: 'half \ud800' } }, 'name.first'],
    ['a deep prototype', { a: JSON.parse('{"prototype":1}') }, 'a.prototype'],
  ])('refuses %s and names it', (_, body, field) => {
    expect(() => pass(body)).toThrow(AppError);
    try {
      pass(body);
    } catch (error) {
      expect(error).toMatchObject({ status: 400, code: 'VALIDATION_ERROR', details: [{ field }] });
    }
    expect(() => pass({}, body)).toThrow(AppError);
  });

  it('refuses what is nested or numerous beyond use, and takes what is not', () => {
    expect(pass(nested(20))).toBe('passed');
    expect(() => pass(nested(22))).toThrow(/nested too deeply/);
    expect(pass({ list: Array.from({ length: 9_999 }, (_, i) => i) })).toBe('passed');
    expect(() => pass({ list: Array.from({ length: 10_001 }, (_, i) => i) })).toThrow(/too many/);
  });

  it('looks at nothing of a list that is too long, since listing millions would hold up everybody', () => {
    let looks = 0;
    const read = (list: unknown[], key: string | symbol): unknown => {
      if (key !== 'length') looks += 1;
      return Reflect.get(list, key);
    };
    const list = new Proxy(Array<number>(1_000_000).fill(0), { get: read });
    expect(() => pass({ list })).toThrow(/too many/);
    expect(looks).toBe(0);
  });

  it.each([undefined, null, 'text', 5, Buffer.from('{"$ne":1}'), { price: '$5', note: 'a.b', 'with.dot': 1 }])(
    'takes %p',
    (body) => expect(pass(body)).toBe('passed'),
  );

  it('finds an operator wherever it hides', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), tie('list'), tie('record')),
      list: fc.array(tie('node'), { maxLength: 4 }),
      record: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('node'), { maxKeys: 4 }),
    })).record;
    fc.assert(
      fc.property(tree, (body) => {
        fc.pre(!JSON.stringify(body).includes('prototype'));
        expect(pass(body)).toBe('passed');
        expect(() => pass({ outer: [body, { inner: { $gt: body } }] })).toThrow(AppError);
      }),
    );
  });
});
