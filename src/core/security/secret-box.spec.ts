import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SecretBox, SecretBoxError, type SecretPlace } from './secret-box.js';

const newKey = (): string => randomBytes(32).toString('base64');
const [oldKey, key] = [newKey(), newKey()];
const box = new SecretBox([key]);
const place: SecretPlace = { companyId: 'c1', collection: 'channels', field: 'access_token', documentId: 'd1' };

describe('SecretBox', () => {
  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(box.open(box.seal(text, place), place)).toBe(text);
      }),
    );
  });

  it('seals one text differently each time and shows nothing of it', () => {
    const sealed = [1, 2].map(() => box.seal('EAAsecret', place));
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed.join()).not.toContain('EAAsecret');
    expect(sealed[0]).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
  });

  it.each<[string, Partial<SecretPlace>]>([
    ['company', { companyId: 'c2' }],
    ['collection', { collection: 'users' }],
    ['field', { field: 'refresh_token' }],
    ['document', { documentId: 'd2' }],
    ['split of the parts', { companyId: 'c1","channels', collection: '' }],
  ])('does not open in another %s', (_, other) => {
    expect(() => box.open(box.seal('secret', place), { ...place, ...other })).toThrow(SecretBoxError);
  });

  it('does not open after any single character was changed', () => {
    const sealed = box.seal('secret', place);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = sealed.slice(0, index) + (sealed[index] === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      expect(() => box.open(changed, place)).toThrow(SecretBoxError);
    }
  });

  it.each(['', 'secret', 'v2.00000000.a.b.c', 'v1.0.0.0.0'])('refuses the malformed "%s"', (text) => {
    expect(() => box.open(text, place)).toThrow('malformed');
    expect(() => box.needsRotation(text)).toThrow('malformed');
  });

  it('opens secrets of the previous key, seals with the current one and says what to seal again', () => {
    const before = new SecretBox([oldKey]).seal('secret', place);
    const rotated = new SecretBox([key, oldKey]);
    expect(rotated.open(before, place)).toBe('secret');
    expect(rotated.needsRotation(before)).toBe(true);
    const after = rotated.seal('secret', place);
    expect(rotated.needsRotation(after)).toBe(false);
    expect(box.open(after, place)).toBe('secret');
    expect(() => box.open(before, place)).toThrow('is not configured');
  });

  it.each([[[]], [['c2hvcnQ=']], [[key, 'c2hvcnQ=']]])('refuses the keys %j', (keys) => {
    expect(() => new SecretBox(keys)).toThrow(/key/);
  });
});
