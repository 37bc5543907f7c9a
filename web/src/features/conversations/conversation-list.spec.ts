import fc from 'fast-check';
import { sampleMessage, sampleRow } from '#web/testing/samples.ts';
import { addPage, type LoadedList, placeRow } from './conversation-list.ts';
import { mergeRows, type Row, rowAfterMessage, withoutChange } from './conversation-merge.ts';
import { compareRows, fits, labelViewOf, type ListQuery, VIEWS } from './inbox-views.ts';

const ME = 'me';
const NOW = Date.parse('2026-03-02T13:00:00.000Z');
const LABEL_ID = '65f000000000000000000001';
const reader = { me: ME, now: NOW, labelName: (id: string) => (id === LABEL_ID ? 'Bath' : undefined) };

const minute = (value: number): string => new Date(NOW - value * 60_000).toISOString();

const rows = fc
  .array(
    fc.record({
      status: fc.constantFrom<Row['status']>('open', 'snoozed', 'resolved'),
      assignee_id: fc.constantFrom(null, ME, 'other'),
      owner: fc
        .constantFrom<Row['owner']['kind']>('none', 'bot', 'human')
        .map((kind) => ({ kind, id: null, epoch: 0 })),
      last_activity_at: fc.integer({ min: 0, max: 60 }).map(minute),
      waiting_since: fc.option(fc.integer({ min: 0, max: 60 }).map(minute)),
      unread_count: fc.integer({ min: 0, max: 2 }),
      labels: fc.constantFrom<string[]>([], ['Bath'], ['Other']),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((fields, index) => sampleRow({ ...fields, _id: `c${String(index).padStart(2, '0')}` })));

const queries = fc.record({ view: fc.constantFrom<ListQuery['view']>(...VIEWS, labelViewOf(LABEL_ID)) });

/** What the server would answer for these rows. */
function serverList(all: Row[], query: ListQuery): string[] {
  const sort = ({ waiting: 'waiting', window: 'window' } as const)[query.view as 'waiting'] ?? 'latest';
  return all
    .filter((row) => fits(row, query, reader))
    .sort((a, b) => compareRows(a, b, sort))
    .map(({ _id }) => _id);
}

describe('a list of the inbox', () => {
  it('is the same as the list of the server after changes in any order', () => {
    fc.assert(
      fc.property(rows, rows, queries, fc.infiniteStream(fc.nat()), (before, after, query, random) => {
        const store = new Map(before.map((row) => [row._id, row]));
        const rowOf = (id: string) => store.get(id);
        let list: LoadedList = addPage(undefined, { ids: serverList(before, query), nextCursor: null }, query, rowOf);
        const changes = [...after].sort(() => (Number(random.next().value) % 2 === 0 ? 1 : -1));
        for (const row of [...changes, ...changes]) {
          store.set(row._id, row);
          list = placeRow(list, row, query, rowOf, reader);
        }
        expect(list.ids).toEqual(serverList([...store.values()], query));
      }),
    );
  });

  it('leaves a row below the last loaded one to the server', () => {
    const store = new Map([sampleRow({ _id: 'a', last_activity_at: minute(1) })].map((row) => [row._id, row]));
    const old = sampleRow({ _id: 'z', last_activity_at: minute(50) });
    store.set('z', old);
    const list = { ids: ['a'], nextCursor: 'more' };
    expect(placeRow(list, old, { view: 'all' }, (id) => store.get(id), reader)).toBe(list);
  });
});

describe('rows of the inbox', () => {
  it('merge to the same row in either order', () => {
    const set = sampleRow({ version: 5, last_seq: 3, labels: ['new'], updated_at: '2026-03-02T12:05:00.000Z' });
    const said = sampleRow({ version: 4, last_seq: 7, labels: ['old'], updated_at: '2026-03-02T12:04:00.000Z' });
    const joined = mergeRows(set, said);
    expect(joined).toEqual(mergeRows(said, set));
    expect(joined).toMatchObject({ labels: ['new'], last_seq: 7 });
  });

  it('count a new message once', () => {
    const message = sampleMessage({ seq: 4 });
    const row = rowAfterMessage(sampleRow({ last_seq: 3 }), message, ME);
    expect(row).toMatchObject({ last_seq: 4, unread_count: 1, waiting_since: message.sent_at });
    expect(rowAfterMessage(row, message, ME)).toBe(row);
  });

  it('have nothing unread after an own reply', () => {
    const waiting = sampleRow({ last_seq: 3, unread_count: 2, waiting_since: minute(5) });
    const reply = sampleMessage({ seq: 4, direction: 'outbound', author: { kind: 'user', id: ME } });
    expect(rowAfterMessage(waiting, reply, ME)).toMatchObject({ unread_count: 0, waiting_since: null });
  });
});

describe('a change that the server refused', () => {
  const before = sampleRow({ status: 'open', labels: ['vip'], unread_count: 0, last_seq: 1, version: 1 });
  const change = { status: 'resolved' as const, labels: ['vip', 'bath'] };

  it('is taken back, and messages that came meanwhile stay', () => {
    const row = rowAfterMessage({ ...before, ...change }, sampleMessage({ seq: 2, direction: 'inbound' }), ME);
    const { status, labels, last_seq, unread_count } = withoutChange(row, before, change);
    expect({ status, labels, last_seq, unread_count }).toEqual({
      status: 'open',
      labels: ['vip'],
      last_seq: 2,
      unread_count: 1,
    });
    expect(withoutChange({ ...before, unread_count: 3 }, before, { unread_count: 1 }).unread_count).toBe(3);
  });

  it('is kept where a newer version of the conversation has it', () => {
    expect(withoutChange({ ...before, ...change, version: 2 }, before, change)).toMatchObject(change);
  });
});
