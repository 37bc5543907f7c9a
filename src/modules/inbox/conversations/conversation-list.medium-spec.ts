import { Module } from '@nestjs/common';
import { getModelToken, MongooseModule } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { startTestModule, type TestModule } from '../../../../test/support/test-module.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
// Declares the platforms with their reply windows.
import '../meta/meta-platforms.js';
import type { ListFilters } from './conversation-list.js';
import { ConversationListRepository } from './conversation-list.repository.js';
import { viewFilters, VIEWS } from './conversation-views.js';
import { readByUpdate } from './read-state.js';
import { currentReplyWindow } from './reply-window.js';
import { CONVERSATION_STATUSES, Conversation, ConversationSchema } from './schemas/conversation.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: Conversation.name, schema: ConversationSchema }])],
  providers: [ConversationListRepository],
})
class ListTestModule {}

const ROWS = 600;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('lists and counts of conversations', () => {
  let running: TestModule;
  let list: ConversationListRepository;
  let model: Model<Conversation>;
  const scope = CompanyScope.of(new Types.ObjectId());
  const me = new Types.ObjectId();
  const colleague = new Types.ObjectId();
  const now = new Date();
  const ago = (ms: number): Date => new Date(now.getTime() - ms);

  /** Rows of all kinds. The steps are primes to each other, so that the properties are spread independently. */
  const row = (index: number): Partial<Conversation> => ({
    contact_id: new Types.ObjectId(),
    platform: (['facebook', 'whatsapp', 'web'] as const)[index % 3] ?? 'web',
    recipient_id: String(index),
    contact: { full_name: `Customer ${index}`, avatar_key: null, phone: null, is_vip: false },
    status: CONVERSATION_STATUSES[index % 4] ?? 'open',
    assignee_id: [null, me, colleague, null, null][index % 5] ?? null,
    automation: index % 7 < 3 ? 'on' : 'off',
    owner: { kind: (['none', 'human', 'bot'] as const)[index % 11 < 4 ? 1 : index % 3] ?? 'none', id: null, epoch: 0 },
    waiting_since: index % 13 < 6 ? ago((index % 13) * 4 * MINUTE_MS) : null,
    reply_window: index % 17 < 12 ? { kind: 'standard', expires_at: ago(((index % 17) - 4) * DAY_MS - HOUR_MS) } : null,
    labels: index % 19 < 5 ? ['vip'] : [],
    inbound_count: index % 23 < 3 ? 0 : 2,
    read_by: index % 29 < 15 ? [{ user_id: index % 2 ? me : colleague, inbound_count: 2 }] : [],
    last_activity_at: ago(index * MINUTE_MS),
  });

  beforeAll(async () => {
    running = await startTestModule('views', [ListTestModule]);
    list = running.module.get(ConversationListRepository, { strict: false });
    model = running.module.get(getModelToken(Conversation.name), { strict: false });
    const rows = Array.from({ length: ROWS }, (_, index) => ({ ...row(index), company_id: scope.companyId }));
    await model.insertMany(rows);
    await model.insertMany(rows.slice(0, 50).map((one) => ({ ...one, company_id: new Types.ObjectId() })));
  });
  afterAll(() => running.close());

  const all = async (...groups: ListFilters[]): Promise<Conversation[]> => {
    const rows: Conversation[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list.list(scope, groups, 'latest', { limit: 100, ...(cursor ? { cursor } : {}) });
      rows.push(...page.items);
      if (page.nextCursor === null) return rows;
      cursor = page.nextCursor;
    }
  };

  it('counts in every view what its list shows', async () => {
    const groups = VIEWS.map((view) => viewFilters(view, me, now));
    const counts = await list.countOpen(scope, groups, me, now);
    for (const [index, filters] of groups.entries()) {
      const rows = await all(filters);
      const unread = await all(filters, { unreadBy: me });
      expect({ view: VIEWS[index], ...counts[index] }).toEqual({
        view: VIEWS[index],
        open: rows.length,
        unread: unread.length,
      });
      expect(rows.length).toBeGreaterThan(unread.length);
      expect(unread.length).toBeGreaterThan(0);
    }
  });

  it('puts a conversation without an assignee into either unassigned or bot', async () => {
    const ids = (rows: Conversation[]): string[] => rows.map(({ _id }) => _id.toHexString());
    const [unassigned, bot] = await Promise.all([
      all(viewFilters('unassigned', me, now)),
      all({ ...viewFilters('bot', me, now), assignee: null }),
    ]);
    const open = await all({ status: 'open', assignee: null });
    expect([...ids(unassigned), ...ids(bot)].sort()).toEqual(ids(open).sort());
  });

  it('lists the windows that are open and close soon, also the longer ones for people', async () => {
    const before = new Date(now.getTime() + DAY_MS);
    const rows = await all({ windowClosesBefore: before });
    const fitting = (await all({})).filter(({ platform, reply_window }) => {
      const current = currentReplyWindow(platform, reply_window, now);
      return current && current.expires_at >= now && current.expires_at < before;
    });
    expect(rows.map(({ _id }) => _id)).toEqual(fitting.map(({ _id }) => _id));
    expect(new Set(rows.map(({ platform }) => platform))).toContain('facebook');
  });

  it('lists a conversation as read from a mark that covers all customer messages', async () => {
    const [first] = await all({ unreadBy: me });
    const id = first?._id ?? new Types.ObjectId();
    const isUnread = async (): Promise<boolean> => (await all({ unreadBy: me })).some(({ _id }) => _id.equals(id));
    const mark = (inbound_count: number): Promise<unknown> =>
      model.collection.updateOne(
        { _id: id, company_id: scope.companyId },
        readByUpdate({ user_id: me, inbound_count }),
      );
    await mark(1);
    expect(await isUnread()).toBe(true);
    await mark(2);
    expect(await isUnread()).toBe(false);
    // A mark that comes late takes nothing back.
    await mark(1);
    expect(await isUnread()).toBe(false);
  });
});
