import type { Types } from 'mongoose';
import type { ListFilters } from './conversation-list.js';

/** The ready-made views, for lists and counts. */
export const VIEWS = ['mine', 'unassigned', 'waiting', 'window', 'bot', 'all'] as const;
export type View = (typeof VIEWS)[number];
/** Also a view by a label: open conversations that carry it. */
export type AnyView = View | `label:${string}`;

export const VIEW_PATTERN = new RegExp(`^(${VIEWS.join('|')}|label:[0-9a-f]{24})$`);

export const isView = (view: AnyView): view is View => (VIEWS as readonly string[]).includes(view);

/** The id of the label (hex) of a view by label. */
export function labelIdOf(view: AnyView): string | undefined {
  return isView(view) ? undefined : view.slice('label:'.length);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A customer who waits this long is in the view `waiting`. */
export const LONG_WAIT_MS = 10 * MINUTE_MS;
/** A reply window that closes within this time is in the view `window`. */
export const CLOSING_SOON_MS = 4 * HOUR_MS;

/** Open conversations only. @param readerId the user whose conversations are `mine` */
export function viewFilters(view: View, readerId: Types.ObjectId, now: Date): ListFilters {
  const open = { status: 'open' } as const;
  switch (view) {
    case 'mine':
      return { ...open, assignee: readerId };
    case 'unassigned':
      return { ...open, assignee: null, owners: ['person', 'nobody'] };
    case 'waiting':
      return { ...open, waitingBefore: new Date(now.getTime() - LONG_WAIT_MS) };
    case 'window':
      return { ...open, windowClosesBefore: new Date(now.getTime() + CLOSING_SOON_MS) };
    case 'bot':
      return { ...open, owners: ['bot'] };
    case 'all':
      return open;
  }
}
