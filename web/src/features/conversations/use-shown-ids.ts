import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { countWaiting, movedDown, nextShown, type Stillness } from './shown-order.ts';

interface ShownIds {
  ids: readonly string[];
  /** New rows that are kept back. */
  waiting: number;
  /** Shows the newest order, whatever holds it back. */
  showAll: () => void;
}

/** The ids that the list shows: the newest order, but rows do not move under the reader. */
export function useShownIds(newest: readonly string[], stillness: Stillness): ShownIds {
  const { isHeld, isScrolled, openId } = stillness;
  const [shown, setShown] = useState(newest);
  const ids = useMemo(
    () => nextShown(shown, newest, { isHeld, isScrolled, openId }),
    [shown, newest, isHeld, isScrolled, openId],
  );
  const waiting = useMemo(() => countWaiting(ids, newest), [ids, newest]);
  if (ids !== shown) setShown(ids);
  const showAll = () => setShown(nextShown(ids, newest, { isHeld: false, isScrolled: false, openId }));
  return { ids, waiting, showAll };
}

/** Keeps the first visible row of a scrolled list where it is on the screen when rows come or go above it. */
export function useKeptPlace(box: RefObject<HTMLElement | null>, ids: readonly string[], rowHeight: number): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const list = box.current;
    if (list && list.scrollTop > 0) {
      list.scrollTop += movedDown(before.current, ids, Math.floor(list.scrollTop / rowHeight)) * rowHeight;
    }
    before.current = ids;
  }, [box, ids, rowHeight]);
}
