import fc from 'fast-check';
import { type Collection, MongoClient } from 'mongodb';
import { Types } from 'mongoose';
import { sized } from '../../../../test/support/sizes.js';
import { dropTestDatabase, testDatabaseUri } from '../../../../test/support/test-database.js';
import { type Conversation, type SummaryPatch, summaryPipeline } from '../conversations/index.js';
import { summaryOf } from './message-summary.js';
import type { Message } from './schemas/message.schema.js';

const START = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const RUNS = sized(20, 60);

type Kind = 'customer' | 'staff' | 'phone' | 'bot' | 'note';
type Summary = Pick<
  Conversation,
  | 'last_seq'
  | 'inbound_count'
  | 'last_message'
  | 'last_activity_at'
  | 'last_inbound_at'
  | 'waiting_since'
  | 'reply_window'
  | 'status'
  | 'episode'
  | 'owner'
>;

/** The messages of one conversation by what they are, in the order of the history. */
function historyOf(conversationId: Types.ObjectId, kinds: readonly Kind[]): Message[] {
  let inbound = 0;
  return kinds.map((kind, index) => {
    const isInbound = kind === 'customer';
    inbound += isInbound ? 1 : 0;
    const at = new Date(START + index * MINUTE_MS);
    return {
      _id: new Types.ObjectId(),
      conversation_id: conversationId,
      seq: index + 1,
      inbound_count: inbound,
      content: `$text ${index}`,
      attachments: [],
      platform: 'facebook',
      role: isInbound ? 'user' : 'operator',
      direction: isInbound ? 'inbound' : 'outbound',
      visibility: kind === 'note' ? 'internal' : 'public',
      author: { kind: authorOf(kind), id: kind === 'staff' ? `user ${index}` : null },
      status: 'delivered',
      sent_at: at,
      created_at: at,
    } as unknown as Message;
  });
}

function authorOf(kind: Kind): string {
  const authors: Record<Kind, string> = {
    customer: 'contact',
    staff: 'user',
    phone: 'phone',
    bot: 'bot',
    note: 'user',
  };
  return authors[kind];
}

describe('what messages say of their conversation', () => {
  const uri = testDatabaseUri('summaries');
  const client = new MongoClient(uri);
  const conversations = (): Collection => client.db().collection('conversations');

  afterAll(async () => {
    await client.close();
    await dropTestDatabase(uri);
  });

  const apply = (_id: Types.ObjectId, patch: SummaryPatch): Promise<unknown> =>
    conversations().updateOne({ _id }, summaryPipeline([_id], [patch]));

  /** What a conversation shows after these messages were published one after the other. */
  const publish = async (messages: readonly Message[], status = 'open'): Promise<Summary> => {
    const _id = new Types.ObjectId();
    await conversations().insertOne({
      _id,
      status,
      snoozed_until: null,
      owner: { kind: 'none', id: null, epoch: 0 },
      last_message: null,
      last_seq: 0,
      inbound_count: 0,
      last_inbound_at: null,
      last_activity_at: new Date(START),
      waiting_since: null,
      reply_window: null,
      episode: 1,
    });
    for (const message of messages) await apply(_id, summaryOf(message, DAY_MS));
    return (await conversations().findOne({ _id })) as unknown as Summary;
  };

  const kinds = fc.array(fc.constantFrom<Kind>('customer', 'staff', 'phone', 'bot', 'note'), {
    minLength: 1,
    maxLength: 7,
  });

  it('comes to the same in any order and however often, but for a waiting clock that may have begun earlier', async () => {
    const run = kinds.chain((list) => {
      const places = list.map((_, index) => index);
      const repeated = fc.array(fc.constantFrom(...places), { maxLength: 4 });
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(places, { minLength: places.length }), repeated);
    });
    await fc.assert(
      fc.asyncProperty(run, fc.constantFrom('open', 'snoozed', 'resolved'), async ([list, order, again], status) => {
        const history = historyOf(new Types.ObjectId(), list);
        const expected = await publish(history, status);
        const actual = await publish(
          [...order, ...again].map((index) => history[index] as Message),
          status,
        );
        const common = ({ waiting_since: _since, owner: { kind, id }, ...rest }: Summary): object => {
          const { _id, updated_at: _at, ...shown } = rest as Summary & { _id: unknown; updated_at: unknown };
          return { ...shown, owner: { kind, id } };
        };
        expect(common(actual)).toEqual(common(expected));
        expect(actual.waiting_since === null).toBe(expected.waiting_since === null);
        expect((actual.waiting_since ?? 0) <= (expected.waiting_since ?? 0)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves what staff did since alone when an old message is published again', async () => {
    const [question, answer] = historyOf(new Types.ObjectId(), ['customer', 'staff']) as [Message, Message];
    const { _id } = (await publish([question, answer])) as unknown as { _id: Types.ObjectId };
    const resolved = { status: 'resolved', owner: { kind: 'none', id: null, epoch: 7 }, waiting_since: null };
    await conversations().updateOne({ _id }, { $set: resolved });
    for (const message of [answer, question]) await apply(_id, summaryOf(message, DAY_MS));
    expect(await conversations().findOne({ _id })).toMatchObject({ ...resolved, episode: 1 });
  });

  it('keeps as readers only those whose marks cover the newest customer message', async () => {
    const [first, second] = historyOf(new Types.ObjectId(), ['customer', 'customer']) as [Message, Message];
    const { _id } = (await publish([first])) as unknown as { _id: Types.ObjectId };
    const readers = [1, 2].map((inbound_count) => ({ user_id: new Types.ObjectId(), inbound_count }));
    await conversations().updateOne({ _id }, { $set: { read_by: readers } });
    for (const message of [second, first]) await apply(_id, summaryOf(message, DAY_MS));
    expect(await conversations().findOne({ _id })).toMatchObject({ read_by: readers.slice(1) });
  });

  it('takes a text that looks like a field path as text', async () => {
    const [message] = historyOf(new Types.ObjectId(), ['customer']) as [Message];
    expect((await publish([{ ...message, content: '$owner' }])).last_message?.content).toBe('$owner');
  });

  it('tells each row of an update its own', async () => {
    const histories = [0, 1, 2].map(() => historyOf(new Types.ObjectId(), ['customer', 'customer']));
    const ids = (await Promise.all(histories.map(([first]) => publish([first as Message])))).map(
      (row) => (row as unknown as { _id: Types.ObjectId })._id,
    );
    const patches = histories.map(([, second], index) =>
      summaryOf({ ...(second as Message), content: `text of ${index}` }, DAY_MS),
    );
    await conversations().updateMany({ _id: { $in: ids } }, summaryPipeline(ids, patches));
    const rows = await Promise.all(ids.map((_id) => conversations().findOne({ _id })));
    expect(rows.map((row) => (row as unknown as Summary).last_message?.content)).toEqual([
      'text of 0',
      'text of 1',
      'text of 2',
    ]);
    expect(rows[0]).not.toHaveProperty('summary_patch');
  });

  it('shows the status of the newest message and of no other', async () => {
    const [question, answer] = historyOf(new Types.ObjectId(), ['customer', 'staff']) as [Message, Message];
    const before = (await publish([question, answer])) as Summary & { _id: Types.ObjectId };
    await apply(before._id, { kind: 'status', message_id: question._id, status: 'read' });
    expect(await conversations().findOne({ _id: before._id })).toEqual(before);
    await apply(before._id, { kind: 'status', message_id: answer._id, status: 'read' });
    const last_message = { ...before.last_message, status: 'read' };
    expect(await conversations().findOne({ _id: before._id })).toEqual({ ...before, last_message });
  });
});
