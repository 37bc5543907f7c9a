import type { NavigateOptions, RegisteredRouter } from '@tanstack/react-router';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import type { LoggedEvents } from '#web/lib/live/events.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { userId } from '#web/lib/session/access-token.ts';
import { toast } from '#web/lib/toast.ts';
import i18next from 'i18next';
import { showBrowserNotice } from './browser-notice.ts';
import { conversationPage, noticeWords, pageOf } from './notice-words.ts';
import {
  markRead,
  type Notice,
  type NoticeKind,
  notificationsQuery,
  type Way,
  type Ways,
  waysQuery,
} from './notifications-queries.ts';
import { openPushedPages, pushState, startPush } from './push-device.ts';
import { playSound } from './sound.ts';

type LiveNotice = LoggedEvents['notification:new']['notification'];

const KINDS: Readonly<Record<Notice['type'], NoticeKind>> = {
  mention: 'mention',
  assignment: 'assignment',
  'channel.needs_reconnect': 'channel_trouble',
  'channel.token_expiring': 'channel_trouble',
  'waitlist.offered': 'waitlist_offer',
  'flow.emergency': 'emergency',
  'assistant.budget_spent': 'assistant_budget',
};

const announced = new Set<string>();

/** Announces new notifications and messages in the user's ways. @returns a function that stops it */
export function followNotifications(router: RegisteredRouter): () => void {
  void queryClient.prefetchQuery(waysQuery);
  void startPush().catch(() => undefined);
  const announcer = new Announcer(router);
  const ends = [
    onEvent('notification:new', ({ notification }) => void announcer.receive(notification).catch(() => undefined)),
    onEvent('message:new', ({ message }) => {
      if (message.direction === 'inbound' && message.visibility === 'public') {
        announcer.announceMessage(message.conversation_id, message.content);
      }
    }),
    // A channel that works again marks its notifications as read.
    onEvent('channel:health', () => invalidateSoon(notificationsQuery.queryKey)),
    onMissedEvents(() => void queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey })),
    router.subscribe('onResolved', announcer.readOpen),
    openPushedPages((path) => router.history.push(path)),
  ];
  window.addEventListener('focus', announcer.readOpen);
  return () => {
    for (const end of ends) end();
    window.removeEventListener('focus', announcer.readOpen);
  };
}

class Announcer {
  constructor(private readonly router: RegisteredRouter) {}

  /** The event has ids only; the texts come by HTTP. */
  async receive(live: LiveNotice): Promise<void> {
    const me = userId();
    if (me === null || (live.user_ids && !live.user_ids.includes(me))) return;
    const { items } = await queryClient.fetchQuery({ ...notificationsQuery, staleTime: 0 });
    const notice = items.find((one) => isOf(one, live));
    if (!notice || announced.has(notice._id)) return;
    announced.add(notice._id);
    this.readOpen();
    if (this.isLookedAt(notice.data['conversation_id'])) return;
    this.announce(KINDS[notice.type], noticeWords(notice), notice._id, this.opener(notice));
  }

  announceMessage(id: string, content: string): void {
    const row = rowOf(id);
    const assignee = row?.assignee_id ?? null;
    if (assignee !== null && assignee !== userId()) return;
    const kind = assignee === null ? 'unassigned_message' : 'my_message';
    const contact = row?.contact.full_name ?? '';
    const text = content || i18next.t('notifications:file');
    const words = i18next.t('notifications:words.message', { contact, text });
    if (!this.isLookedAt(id)) this.announce(kind, words, id, () => this.open(conversationPage(id)));
  }

  /** Marks the notifications of the open conversation as read. */
  readonly readOpen = (): void => {
    const items = queryClient.getQueryData<{ items: Notice[] }>(notificationsQuery.queryKey)?.items ?? [];
    const seen = items.filter(({ read_at, data }) => read_at === null && this.isLookedAt(data['conversation_id']));
    if (seen.length > 0) void markRead(seen.map(({ _id }) => _id));
  };

  private opener(notice: Notice): (() => void) | undefined {
    const page = pageOf(notice);
    return (
      page &&
      (() => {
        this.open(page);
        void markRead([notice._id]);
      })
    );
  }

  private open(page: NavigateOptions): void {
    void this.router.navigate(page);
  }

  private announce(kind: NoticeKind, text: string, key: string, open: (() => void) | undefined): void {
    const ways: readonly Way[] = queryClient.getQueryData<Ways>(waysQuery.queryKey)?.[kind] ?? [];
    if (ways.includes('toast')) toast({ message: text, open });
    if (document.hasFocus()) return;
    if (ways.includes('sound')) playSound();
    // The push shows the same.
    const isPushed = ways.includes('push') && pushState.get() === 'on';
    if (ways.includes('browser') && !isPushed) showBrowserNotice(text, key, open);
  }

  /** Whether the user sees this conversation now. */
  private isLookedAt(id: unknown): boolean {
    return typeof id === 'string' && document.hasFocus() && this.router.state.location.pathname.endsWith(`/${id}`);
  }
}

function isOf({ type, data, read_at }: Notice, live: LiveNotice): boolean {
  const wanted = live.data as Readonly<Record<string, unknown>>;
  return (
    type === live.type && read_at === null && Object.entries(wanted).every(([name, value]) => data[name] === value)
  );
}
