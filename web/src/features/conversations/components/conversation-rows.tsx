import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { endWait } from '#web/lib/waits.ts';
import { focusList, LIST_ID } from '../focus-list.ts';
import { loadMore } from '../conversations-queries.ts';
import type { ListQuery } from '../inbox-views.ts';
import { hasSelection, setListOrder, toggleRow, useHasSelection } from '../selection.ts';
import { useHold } from '../use-hold.ts';
import { useKeptPlace, useShownIds } from '../use-shown-ids.ts';
import { idOfRow, useSelectionPointer } from '../use-selection-pointer.ts';
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx';
import { NoRows } from './no-rows.tsx';
import classes from './conversation-list.module.css';

const OVERSCAN_ROWS = 8;
/** The next page is asked for when this many rows are left below. */
const LOAD_AHEAD_ROWS = 15;

interface RowsProps {
  newest: readonly string[];
  hasMore: boolean;
  query: ListQuery;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

/**
 * The rows of a list; only those on the screen are drawn. A component of its own, because the virtualizer renders its
 * owner at each step of the scroll.
 */
export function ConversationRows({ newest, hasMore, query, openId, onOpen }: RowsProps) {
  const { t } = useTranslation('inbox');
  const box = useRef<HTMLDivElement>(null);
  const [isScrolled, setScrolled] = useState(false);
  const { isHeld, holdForKey, pointerHandlers } = useHold();
  const { ids, waiting, showAll } = useShownIds(newest, { isHeld, isScrolled, openId });
  const fitting = useMemo(() => new Set(newest), [newest]);
  const selectionHandlers = useSelectionPointer();
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
    // A new function would make it compute the places of all rows again.
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
  });
  useKeptPlace(box, ids, ROW_HEIGHT);
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;

  // An effect event, because each render makes a new query object.
  const loadNext = useEffectEvent(() => void loadMore(query));
  useEffect(() => {
    if (hasMore && lastShown >= ids.length - LOAD_AHEAD_ROWS) loadNext();
  }, [hasMore, lastShown, ids.length]);
  useEffect(() => setListOrder(ids), [ids]);
  useFocusAfterSelection(box);
  useEffect(() => endWait('switch-view'), []);
  // After a log-in no element has the focus.
  useEffect(() => {
    if (document.activeElement === document.body) focusList();
  }, []);

  const focusRow = useRowFocus(box);
  const reveal = (place: number) => {
    virtualizer.scrollToIndex(place);
    focusRow(ids[place]);
  };
  const cursor = useRowKeys({ ids, openId, holdForKey, reveal, onOpen });
  const showWaiting = () => {
    if (box.current) box.current.scrollTop = 0;
    showAll();
  };

  if (ids.length === 0) return <NoRows query={query} />;
  return (
    <div className={classes.frame} {...pointerHandlers}>
      {waiting > 0 && (
        <button type="button" className={classes.pill} onClick={showWaiting}>
          {t('newRows', { count: waiting })}
        </button>
      )}
      <div
        ref={box}
        className={classes.box}
        id={LIST_ID}
        role="list"
        aria-label={t('list')}
        tabIndex={0}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > 0)}
        onKeyDown={holdForKey}
        onFocus={({ target }) => (cursor.current = idOfRow(target) ?? cursor.current)}
        {...selectionHandlers}
      >
        <div className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ key, index, start }) => {
            const id = String(ids[index]);
            const fits = fitting.has(id);
            return <ConversationRow key={key} view={query.view} top={start} isOpen={id === openId} {...{ id, fits }} />;
          })}
        </div>
      </div>
    </div>
  );
}

/** Focuses the list after a selection if the focus went away with the bar of the selection. */
function useFocusAfterSelection(list: RefObject<HTMLElement | null>): void {
  const isOpen = useHasSelection();
  useEffect(() => {
    if (!isOpen) return;
    const box = list.current;
    return () => {
      if (document.activeElement === document.body) box?.focus({ preventScroll: true });
    };
  }, [isOpen, list]);
}

/** Returns a function that focuses a row: now, or once it is drawn. */
function useRowFocus(list: RefObject<HTMLElement | null>): (id: string | undefined) => void {
  const wanted = useRef<string>(undefined);
  const focusWanted = () => {
    if (wanted.current === undefined) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  };
  useEffect(focusWanted);
  return (id) => {
    wanted.current = id;
    focusWanted();
  };
}

interface RowKeys {
  ids: readonly string[];
  openId: string | undefined;
  holdForKey: () => void;
  /** Scrolls to a row and focuses it. */
  reveal: (place: number) => void;
  onOpen: (id: string) => void;
}

/**
 * Keys that go from row to row: they open the row, but only focus it while rows are chosen. Returns the row that keys act
 * on: the one that was opened or had the focus last.
 */
function useRowKeys({ ids, openId, holdForKey, reveal, onOpen }: RowKeys) {
  const { t } = useTranslation('inbox');
  const cursor = useRef(openId);
  useEffect(() => {
    cursor.current = openId ?? cursor.current;
  }, [openId]);

  const isChoosing = useHasSelection();
  const place = openId === undefined ? -1 : ids.indexOf(openId);
  const previous = place < 0 ? ids.length - 1 : place - 1;
  const step = (to: number, by: number) => {
    const focused = hasSelection() ? ids.indexOf(cursor.current ?? '') : -1;
    const target = focused < 0 ? to : focused + by;
    const next = ids[target];
    if (next === undefined) return;
    holdForKey();
    if (!hasSelection()) onOpen(next);
    reveal(target);
  };
  useAction({
    id: 'inbox.next',
    label: t('actions.next'),
    when: isChoosing || place + 1 < ids.length,
    run: () => step(place + 1, 1),
  });
  useAction({
    id: 'inbox.previous',
    label: t('actions.previous'),
    when: isChoosing || previous >= 0,
    run: () => step(previous, -1),
  });
  useAction({
    id: 'inbox.select',
    label: t('actions.select'),
    when: ids.length > 0,
    run: () => {
      holdForKey();
      const id = ids.find((known) => known === cursor.current) ?? ids[0];
      if (id !== undefined) toggleRow(id);
    },
  });
  return cursor;
}
