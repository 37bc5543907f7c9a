import { router } from '#web/app/router.tsx';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import type { LoggedEvents } from '#web/lib/live/events.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { userId } from '#web/lib/session/access-token.ts';
import { toast } from '#web/lib/toast.ts';
import i18next from 'i18next';
import { showBrowserNotice } from './browser-notice.ts';
import { noticeWords, openerOf } from './notice-words.ts';
import {
  markRead,
  type Notice,
  type NoticeKind,
  notificationsQuery,
  type Way,
  type Ways,
  waysQuery,
} from './notifications-queries.ts';
import { playSound } from './sound.ts';

type LiveNotice = LoggedEvents['notification:new']['notification'];

const KINDS: Readonly<Record<Notice['type'], NoticeKind>> = {
  mention: 'mention',
  assignment: 'assignment',
  'channel.needs_reconnect': 'channel_trouble',
  'channel.token_expiring': 'channel_trouble',
  'waitlist.offered': 'waitlist_offer',
};

/** Ids of notifications that this tab has announced. */
const announced = new Set<string>();

/** Announces new notifications and messages in the ways that the user has chosen. Call it once. */
export function followNotifications(): void {
  void queryClient.prefetchQuery(waysQuery);
  onEvent('notification:new', ({ notification }) => void receive(notification).catch(() => undefined));
  onEvent('message:new', ({ message }) => {
    if (message.direction === 'inbound' && message.visibility === 'public') {
      announceMessage(message.conversation_id, message.content);
    }
  });
  onMissedEvents(() => void queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey }));
  router.subscribe('onResolved', readOpen);
  window.addEventListener('focus', readOpen);
}

/** The event has ids only; the words come by HTTP. */
async function receive(live: LiveNotice): Promise<void> {
  const me = userId();
  if (me === null || (live.user_ids && !live.user_ids.includes(me))) return;
  const { items } = await queryClient.fetchQuery({ ...notificationsQuery, staleTime: 0 });
  const notice = items.find((one) => isOf(one, live));
  if (!notice || announced.has(notice._id)) return;
  announced.add(notice._id);
  readOpen();
  if (isLookedAt(notice.data['conversation_id'])) return;
  announce(KINDS[notice.type], noticeWords(notice), notice._id, opener(notice));
}

function isOf({ type, data, read_at }: Notice, live: LiveNotice): boolean {
  const wanted = live.data as Readonly<Record<string, unknown>>;
  return (
    type === live.type && read_at === null && Object.entries(wanted).every(([name, value]) => data[name] === value)
  );
}

function opener(notice: Notice): (() => void) | undefined {
  const open = openerOf(notice);
  return (
    open &&
    (() => {
      open();
      void markRead([notice._id]);
    })
  );
}

function announceMessage(id: string, content: string): void {
  const row = rowOf(id);
  const assignee = row?.assignee_id ?? null;
  if (assignee !== null && assignee !== userId()) return;
  const kind = assignee === null ? 'unassigned_message' : 'my_message';
  const contact = row?.contact.full_name ?? '';
  const text = content || i18next.t('notifications:file');
  const open = () => void router.navigate({ to: '/inbox/$view/$id', params: { view: 'all', id } });
  if (!isLookedAt(id)) announce(kind, i18next.t('notifications:words.message', { contact, text }), id, open);
}

function announce(kind: NoticeKind, text: string, key: string, open: (() => void) | undefined): void {
  const ways: readonly Way[] = queryClient.getQueryData<Ways>(waysQuery.queryKey)?.[kind] ?? [];
  if (ways.includes('toast')) toast({ message: text, open });
  if (document.hasFocus()) return;
  if (ways.includes('sound')) playSound();
  if (ways.includes('browser')) showBrowserNotice(text, key, open);
}

/** The user sees this conversation now. */
const isLookedAt = (id: unknown): boolean =>
  typeof id === 'string' && document.hasFocus() && router.state.location.pathname.endsWith(`/${id}`);

/** Marks the notifications of the conversation that the user looks at as read. */
function readOpen(): void {
  const items = queryClient.getQueryData<{ items: Notice[] }>(notificationsQuery.queryKey)?.items ?? [];
  const seen = items.filter(({ read_at, data }) => read_at === null && isLookedAt(data['conversation_id']));
  if (seen.length > 0) void markRead(seen.map(({ _id }) => _id));
}
