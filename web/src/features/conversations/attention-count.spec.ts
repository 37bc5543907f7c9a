import { attentionCount } from './attention-count.ts';

const notice = (conversation_id: string, read_at: string | null = null) => ({ read_at, data: { conversation_id } });
const isUnread = (id: unknown): boolean => id === 'mine';

describe('the number in the title', () => {
  it('counts an unread conversation with an unread notification once', () => {
    const items = [notice('mine'), notice('of-a-colleague'), notice('mine', '2026-11-29T08:00:00Z')];
    expect(attentionCount(3, { items, unread: 2 }, isUnread)).toBe(4);
  });

  it('counts the notifications that are not loaded', () => {
    expect(attentionCount(0, { items: [notice('mine')], unread: 40 }, isUnread)).toBe(39);
  });

  it('is the number of unread conversations until the notifications are loaded', () => {
    expect(attentionCount(3, undefined, isUnread)).toBe(3);
  });
});
