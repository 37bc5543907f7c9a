import fc from 'fast-check';
import { draftKey, type Drafts, type Mode, withText } from './draft-book.ts';

describe('drafts', () => {
  it('keep their client id until they are sent, and then get a new one', () => {
    const key = draftKey('c1', 'reply');
    const first = withText({}, key, 'H');
    const second = withText(first, key, 'Hello');
    expect(second[key]).toMatchObject({ text: 'Hello', client_id: first[key]?.client_id, isSaved: false });
    const again = withText(withText(second, key, ''), key, 'Hi');
    expect(again[key]?.client_id).not.toBe(first[key]?.client_id);
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
