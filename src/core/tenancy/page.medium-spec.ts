import { Types } from 'mongoose';
import { type Note, Notes, type NotesWorld, openNotes } from '../../../test/support/tenant-notes.js';
import { decodeCursor, encodeCursor, type KeysetOrder } from './page.js';

describe('keyset pages', () => {
  let world: NotesWorld;
  let notes: Notes;
  /** Ties, nulls, missing fields and negatives: what a list by an optional field really holds. */
  const ranks = [3, 1, null, 3, undefined, -2, 3, null, 1, 0, undefined, 7, 3];

  beforeAll(async () => {
    world = await openNotes('keyset');
    notes = new Notes(world.model);
    await world.reset();
    await world.model.deleteOne({ _id: world.own._id, company_id: world.mine.companyId });
    for (const [i, rank] of ranks.entries()) {
      await notes.create(world.mine, { text: `n${i}`, ...(rank === undefined ? {} : { rank }) });
    }
  });
  afterAll(() => world.close());

  const walk = async (order: KeysetOrder, limit: number): Promise<Note[]> => {
    const seen: Note[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages <= ranks.length + 1; pages++) {
      const page = await notes.listBy(world.mine, order, cursor ? { limit, cursor } : { limit });
      seen.push(...page.items);
      if (!page.nextCursor) return seen;
      expect(page.items).toHaveLength(limit);
      cursor = page.nextCursor;
    }
    throw new Error('the pages have no end');
  };

  it.each(
    (['rank', 'text', '_id', 'created_at'] as const).flatMap((field) =>
      ([1, -1] as const).flatMap((direction) => [1, 2, 5, 13, 100].map((limit) => [field, direction, limit] as const)),
    ),
  )('by %s %i, %i a page: each once, in the order of one query', async (field, direction, limit) => {
    const sort = { [field]: direction, _id: direction };
    const expected = await world.model.find({ company_id: world.mine.companyId }).sort(sort).lean();
    const seen = await walk({ field, direction }, limit);
    expect(seen.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
  });

  it('neither repeats nor skips what stays when documents come and go between pages', async () => {
    const order: KeysetOrder = { field: 'text', direction: 1 };
    const first = await notes.listBy(world.mine, order, { limit: 4 });
    const extra = await notes.create(world.mine, { text: 'a comes before' });
    const rest = await notes.listBy(world.mine, order, { limit: 100, cursor: String(first.nextCursor) });
    await notes.deleteById(world.mine, extra._id);
    const texts = [...first.items, ...rest.items].map(({ text }) => text);
    expect(texts).toEqual(ranks.map((_, i) => `n${i}`).sort());
  });

  const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = new Types.ObjectId().toHexString();

  it.each([
    ['nonsense', 'nonsense'],
    ['null', forged(null)],
    ['no id', forged({ v: 1 })],
    ['a bad id', forged({ v: 1, i: 'x' })],
    ['an id of another type', forged({ v: 1, i: { $gt: '' } })],
    ['an operator for a value', forged({ v: { $gt: '' }, i: id })],
    ['a list for a value', forged({ v: [1], i: id })],
    ['no value', forged({ i: id })],
    ['a date that is none', forged({ d: 'x', i: id })],
  ])('refuses a cursor with %s', async (_, cursor) => {
    const page = notes.listBy(world.mine, { field: 'rank', direction: 1 }, { cursor });
    await expect(page).rejects.toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field: 'cursor' }] });
  });

  it('refuses the cursor of a list with values of another type', async () => {
    const cursor = encodeCursor('text', new Types.ObjectId());
    const page = notes.listBy(world.mine, { field: 'rank', direction: 1 }, { cursor });
    await expect(page).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('never leaves the company, wherever a cursor points', async () => {
    const cursor = encodeCursor(null, new Types.ObjectId('0'.repeat(24)));
    const page = await notes.listBy(world.mine, { field: 'rank', direction: 1 }, { cursor, limit: 100 });
    expect(page.items).toHaveLength(ranks.length);
    expect(page.items.map(({ text }) => text)).not.toContain('CANARY');
  });

  it.each([new Date(), 0, -1.5, '', 'ação', null])('carries %p through a cursor', (value) => {
    const at = new Types.ObjectId();
    expect(decodeCursor(encodeCursor(value, at))).toEqual({ value, id: at });
  });
});
