import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { loadMore, useConversationList } from '../conversations-queries.ts';
import type { ListQuery } from '../inbox-views.ts';
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import classes from './conversation-list.module.css';

const NoChannel = lazy(
  withMoreWords(() =>
    import('#web/features/channels/components/no-channel.tsx').then(({ NoChannel: component }) => ({
      default: component,
    })),
  ),
);

const OVERSCAN_ROWS = 8;
/** The next page is asked for when this many rows are left below. */
const LOAD_AHEAD_ROWS = 15;

interface ListProps {
  query: ListQuery;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

/** The conversations of a view. Only the rows on the screen are drawn. */
export function ConversationList({ query, openId, onOpen }: ListProps) {
  const { data: list, isPending, error, refetch } = useConversationList(query);
  if (isPending) return <ListSkeleton />;
  if (error && !list) return <Failure error={error} onRetry={() => void refetch()} />;
  if (list.ids.length === 0) return <NoRows query={query} />;
  return <Rows ids={list.ids} hasMore={list.nextCursor !== null} {...{ query, openId, onOpen }} />;
}

function NoRows({ query }: { query: ListQuery }) {
  const { t } = useTranslation('inbox');
  if (query.q) return <EmptyState title={t('noResult', { words: query.q })} />;
  return (
    <Suspense>
      <NoChannel>
        <EmptyState title={t(`empty.${query.view}`)} text={t('empty.text')} />
      </NoChannel>
    </Suspense>
  );
}

/** A component of its own: the virtualizer renders its owner at each step of the scroll. */
function Rows({ ids, hasMore, query, openId, onOpen }: ListProps & { ids: string[]; hasMore: boolean }) {
  const { t } = useTranslation('inbox');
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
    getItemKey: (index) => ids[index] ?? index,
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && lastShown >= ids.length - LOAD_AHEAD_ROWS) void loadMore(query);
    // The query has a new identity with each render; the list is remounted when its content changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasMore, lastShown, ids.length]);

  const step = (by: 1 | -1) => {
    const place = openId === undefined ? (by === 1 ? -1 : ids.length) : ids.indexOf(openId);
    const next = ids[place + by];
    if (next === undefined) return;
    onOpen(next);
    virtualizer.scrollToIndex(place + by, { align: 'auto' });
  };
  useAction({ id: 'inbox.next', label: t('actions.next'), run: () => step(1) });
  useAction({ id: 'inbox.previous', label: t('actions.previous'), run: () => step(-1) });

  return (
    <div ref={box} className={classes.box} role="list" aria-label={t('list')} tabIndex={0}>
      <div className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ key, index, start }) => (
          <ConversationRow
            key={key}
            id={String(ids[index])}
            view={query.view}
            top={start}
            isOpen={ids[index] === openId}
          />
        ))}
      </div>
    </div>
  );
}
