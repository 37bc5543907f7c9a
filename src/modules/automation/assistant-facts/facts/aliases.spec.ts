import fc from 'fast-check';
import { aliasOf, idOf, withIds } from './aliases.js';
import { NO_ALIASES } from './facts.types.js';

const hex = fc.stringMatching(/^[0-9a-f]{24}$/);

describe('aliases', () => {
  it('keep their meaning, whatever comes later', () => {
    fc.assert(
      fc.property(fc.array(hex), fc.array(hex), (before, now) => {
        const known = withIds([], before);
        const pets = withIds(known, now);
        expect(pets.slice(0, known.length)).toEqual(known);
        expect(new Set(pets).size).toBe(pets.length);
        const aliases = { ...NO_ALIASES, pets };
        for (const id of pets) expect(idOf(aliases, 'pets', aliasOf(aliases, 'pets', id) ?? '')).toBe(id);
      }),
    );
  });

  it.each(['p0', 'p2', 's1', 'p01', 'P1', 'p1 ', 'p-1', 'p1.0', '', 'constructor'])('mean nothing as "%s"', (alias) => {
    expect(idOf({ ...NO_ALIASES, pets: ['a'.repeat(24)] }, 'pets', alias)).toBeUndefined();
  });

  it('end where the tools have no number any more', () => {
    const many = Array.from({ length: 1_200 }, (_, place) => place.toString(16).padStart(24, '0'));
    const pets = withIds([], many);
    expect(aliasOf({ ...NO_ALIASES, pets }, 'pets', many[998]!)).toBe('p999');
    expect(aliasOf({ ...NO_ALIASES, pets }, 'pets', many[999]!)).toBeUndefined();
  });
});
