import type { Row } from './conversation-merge.ts';
import { compareRows, fits, type ListQuery, type Reader, sortOf } from './inbox-views.ts';

/** A list as far as it is loaded. `nextCursor` is the server's; null means that the list is complete. */
export interface LoadedList {
  ids: string[];
  nextCursor: string | null;
}

export type RowOf = (id: string) => Row | undefined;

/** Adds a page of the server; rows that are there already keep one place. */
export function addPage(list: LoadedList | undefined, page: LoadedList, query: ListQuery, rowOf: RowOf): LoadedList {
  const ids = [...new Set([...(list?.ids ?? []), ...page.ids])];
  return { ids: sorted(ids, query, rowOf), nextCursor: page.nextCursor };
}

/**
 * Puts a row that has changed to its place, in or out of the list. The list stays as it is where the row lies below the
 * last loaded one, since the server will bring it there.
 */
export function placeRow(list: LoadedList, row: Row, query: ListQuery, rowOf: RowOf, reader: Reader): LoadedList {
  const was = list.ids.includes(row._id);
  const belongs = fits(row, query, reader) ?? was;
  if (!belongs) return was ? { ...list, ids: list.ids.filter((id) => id !== row._id) } : list;
  const ids = sorted([...list.ids.filter((id) => id !== row._id), row._id], query, rowOf);
  if (!was && list.nextCursor !== null && ids.at(-1) === row._id) return list;
  return ids.every((id, place) => id === list.ids[place]) && ids.length === list.ids.length ? list : { ...list, ids };
}

function sorted(ids: string[], query: ListQuery, rowOf: RowOf): string[] {
  const sort = sortOf(query);
  const rows = ids.map(rowOf).filter((row) => row !== undefined);
  return rows.sort((a, b) => compareRows(a, b, sort)).map(({ _id }) => _id);
}
