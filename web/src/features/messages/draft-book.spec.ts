import fc from 'fast-check';
import { draftKey, type Drafts, isOtherThanEmptied, type Mode, withoutText, withText } from './draft-book.ts';

describe('drafts', () => {
  it('keep their client id until they are sent, and then get a new one', () => {
    const key = draftKey('c1', 'reply');
    const first = withText({}, key, 'H');
    const second = withText(first, key, 'Hello');
    expect(second[key]).toMatchObject({ text: 'Hello', client_id: first[key]?.client_id, isSaved: false });
    const again = withText(withText(second, key, ''), key, 'Hi');
    expect(again[key]?.client_id).not.toBe(first[key]?.client_id);
  });

  it('stay emptied over a reload until the server has deleted them, unless another device wrote a newer one', () => {
    const key = draftKey('c1', 'reply');
    const written = withText({}, key, 'Hello', true);
    const emptied = JSON.parse(JSON.stringify(withoutText(written, key, [3, 4]))) as Drafts;
    const draft = emptied[key];
    expect(draft).toMatchObject({ text: '', isSaved: false });
    expect(draft?.client_id).not.toBe(written[key]?.client_id);
    expect([2, 3, 4, 5].filter((version) => draft && isOtherThanEmptied(draft, version))).toEqual([2, 5]);
    expect(withText(emptied, key, '', true)).toEqual({});
    expect(withText(emptied, key, 'Hi')[key]).not.toHaveProperty('emptied');
  });

  it('never move to another conversation or mode', () => {
    const place = fc.record({ id: fc.constantFrom('c1', 'c2'), mode: fc.constantFrom<Mode>('reply', 'note') });
    const writing = fc.array(fc.tuple(place, fc.constantFrom('', 'a', 'ab')));
    fc.assert(
      fc.property(writing, (steps) => {
        const expected = new Map<string, string>();
        let drafts: Drafts = {};
        for (const [{ id, mode }, text] of steps) {
          drafts = withText(drafts, draftKey(id, mode), text);
          expected.set(draftKey(id, mode), text);
        }
        for (const [key, text] of expected) expect(drafts[key]?.text ?? '').toBe(text);
        const ids = Object.values(drafts).map(({ client_id }) => client_id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
