import type { Row } from './conversation-merge.ts';

/**
 * The ready-made views, in the order of the list. The API defines them the same way (`GET /conversations?view=`), but
 * has a filter by status instead of the views `snoozed` and `resolved`.
 */
export const VIEWS = ['mine', 'unassigned', 'waiting', 'window', 'bot', 'all', 'snoozed', 'resolved'] as const;
export type View = (typeof VIEWS)[number];

/** The open conversations that carry a label, by the label's id. */
export type LabelView = `label:${string}`;

const LABEL_VIEW = /^label:[0-9a-f]{24}$/;

export const isView = (name: string): name is View => VIEWS.some((view) => view === name);
export const isLabelView = (name: string): name is LabelView => LABEL_VIEW.test(name);
export const labelViewOf = (labelId: string): LabelView => `label:${labelId}`;
const labelIdOf = (view: LabelView): string => view.slice('label:'.length);

/** A list of the inbox: a view, narrowed by the filters of the address. */
export interface ListQuery {
  view: View | LabelView;
  q?: string | undefined;
  label?: string | undefined;
  platform?: Row['platform'] | undefined;
  unread?: boolean | undefined;
}

export type ListSort = 'latest' | 'waiting' | 'window';

const MINUTE_MS = 60_000;
// As in conversation-views.ts of the server.
const LONG_WAIT_MS = 10 * MINUTE_MS;
const CLOSING_SOON_MS = 4 * 60 * MINUTE_MS;

const SORTS: Partial<Record<View, ListSort>> = { waiting: 'waiting', window: 'window' };

export const sortOf = ({ view }: ListQuery): ListSort => (isView(view) ? SORTS[view] : undefined) ?? 'latest';

/** The user, the time and the labels, which decide whether a row belongs to a view. */
export interface Reader {
  me: string;
  now: number;
  /** The name of a label; undefined until the labels are loaded. */
  labelName: (id: string) => string | undefined;
}

const PREDICATES: Record<View, (row: Row, reader: Reader) => boolean> = {
  mine: (row, { me }) => row.status === 'open' && row.assignee_id === me,
  unassigned: (row) => row.status === 'open' && row.assignee_id === null && !isAutomated(row),
  waiting: (row, { now }) =>
    row.status === 'open' && row.waiting_since !== null && Date.parse(row.waiting_since) <= now - LONG_WAIT_MS,
  window: (row, { now }) => row.status === 'open' && closesSoon(row, now),
  bot: (row) => row.status === 'open' && isAutomated(row),
  all: (row) => row.status === 'open',
  snoozed: (row) => row.status === 'snoozed',
  resolved: (row) => row.status === 'resolved',
};

/** A flow or the assistant has the conversation. */
const isAutomated = ({ owner }: Row): boolean => owner.kind === 'bot';

function closesSoon({ reply_window }: Row, now: number): boolean {
  if (!reply_window) return false;
  const left = Date.parse(reply_window.expires_at) - now;
  return left > 0 && left <= CLOSING_SOON_MS;
}

/** True where the row belongs into the list. A search, and a label that is not loaded, need the server: undefined. */
export function fits(row: Row, query: ListQuery, reader: Reader): boolean | undefined {
  const belongs = isView(query.view) ? PREDICATES[query.view](row, reader) : hasLabel(row, query.view, reader);
  if (!belongs) return belongs;
  if (query.label !== undefined && !row.labels.includes(query.label)) return false;
  if (query.platform !== undefined && row.platform !== query.platform) return false;
  if (query.unread && !row.unread_count) return false;
  return query.q ? undefined : true;
}

function hasLabel(row: Row, view: LabelView, { labelName }: Reader): boolean | undefined {
  const name = labelName(labelIdOf(view));
  if (row.status !== 'open' || name === undefined) return row.status === 'open' ? undefined : false;
  return row.labels.includes(name);
}

const NO_TIME = '9999';

/** Compares rows as the server sorts them. */
export function compareRows(a: Row, b: Row, sort: ListSort): number {
  if (sort === 'latest') return compare(b.last_activity_at, a.last_activity_at) || compare(b._id, a._id);
  const key = (row: Row): string => (sort === 'waiting' ? row.waiting_since : row.reply_window?.expires_at) ?? NO_TIME;
  return compare(key(a), key(b)) || compare(a._id, b._id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The parameters of the API for a list. The API has no views of snoozed and resolved conversations. */
export function listParameters({ view, q, label, platform, unread }: ListQuery) {
  return {
    ...(view === 'snoozed' || view === 'resolved' ? { status: view } : { view }),
    ...(q ? { q } : {}),
    ...(label === undefined ? {} : { label }),
    ...(platform === undefined ? {} : { platform }),
    ...(unread ? { unread } : {}),
  };
}
