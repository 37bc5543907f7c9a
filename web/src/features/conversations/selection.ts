import { useSyncExternalStore } from 'react';
import { createStore } from '#web/lib/store.ts';

/** The most rows that are chosen one by one, as the API takes them. */
const MOST_CHOSEN = 200;

/** The rows that the next action is for. `isWhole`: all conversations of the list, also those that are not loaded. */
export interface Selection {
  ids: readonly string[];
  isWhole: boolean;
}

const NOTHING: Selection = { ids: [], isWhole: false };

export const selection = createStore<Selection>(NOTHING);
let order: readonly string[] = [];
let rangeStart: string | undefined;

/** Sets the rows of the list in their order; a range goes by it. A chosen row that is not shown any more is unchosen. */
export function setListOrder(ids: readonly string[]): void {
  order = ids;
  const { ids: chosen, isWhole } = selection.get();
  const listed = new Set(ids);
  if (!isWhole && !chosen.every((id) => listed.has(id))) set(chosen.filter((id) => listed.has(id)));
}

export function toggleRow(id: string): void {
  const { ids, isWhole } = selection.get();
  const chosen = isWhole ? order.slice(0, MOST_CHOSEN) : ids;
  rangeStart = id;
  set(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
}

/** Adds all rows from the one that was toggled last to this one. */
export function chooseRange(id: string): void {
  const [from, to] = [order.indexOf(rangeStart ?? id), order.indexOf(id)].sort((a, b) => a - b) as [number, number];
  if (from < 0) return toggleRow(id);
  set([...new Set([...selection.get().ids, ...order.slice(from, to + 1)])]);
}

export const chooseWhole = (): void => selection.set({ ids: [], isWhole: true });

export function clearSelection(): void {
  rangeStart = undefined;
  selection.set(NOTHING);
}

const set = (ids: readonly string[]): void =>
  selection.set(ids.length === 0 ? NOTHING : { ids: ids.slice(0, MOST_CHOSEN), isWhole: false });

export const hasSelection = (): boolean => selection.get() !== NOTHING;

export const useHasSelection = (): boolean => useSyncExternalStore(selection.subscribe, hasSelection);

/** Whether this row is chosen; only rows that change render again. */
export const useIsChosen = (id: string): boolean =>
  useSyncExternalStore(selection.subscribe, () => {
    const { ids, isWhole } = selection.get();
    return isWhole || ids.includes(id);
  });
