import {
  IconAlarm,
  IconCheck,
  IconMail,
  IconMailOpened,
  IconRotate,
  IconTag,
  IconUser,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useStore } from '#web/lib/store.ts';
import { type BulkAction, changeSelection } from '../bulk-actions.ts';
import { useConversationList } from '../conversations-queries.ts';
import { useCounts, useLabelCounts } from '../counts-query.ts';
import { isLabelView, type ListQuery } from '../inbox-views.ts';
import { chooseWhole, clearSelection, selection } from '../selection.ts';
import type { SelectionMenuKind } from './selection-menu.tsx';
import classes from './selection-bar.module.css';

const SelectionMenu = lazy(() =>
  import('./selection-menu.tsx').then(({ SelectionMenu: component }) => ({ default: component })),
);

const BUTTONS = [
  { id: 'resolve', icon: IconCheck, action: { status: 'resolved' } },
  { id: 'reopen', icon: IconRotate, action: { status: 'open' } },
  { id: 'assign', icon: IconUser, menu: 'assign' },
  { id: 'label', icon: IconTag, menu: 'label' },
  { id: 'snooze', icon: IconAlarm, menu: 'snooze' },
  { id: 'read', icon: IconMailOpened, action: { read: true } },
  { id: 'unread', icon: IconMail, action: { read: false } },
] as const;

/** Lies over the head of the list while rows are chosen: how many, and what can be done with them. */
export function SelectionBar({ query }: { query: ListQuery }) {
  const { t } = useTranslation('selection');
  const chosen = useStore(selection);
  const total = useTotal(query);
  const [menu, setMenu] = useState<SelectionMenuKind | null>(null);
  const count = chosen.isWhole ? total : chosen.ids.length;

  const change = (action: BulkAction) => {
    setMenu(null);
    clearSelection();
    void changeSelection(query, chosen, action);
  };
  useSelectionActions(change, setMenu);

  return (
    <div className={classes.bar} role="toolbar" aria-label={t('title')}>
      <div className={classes.line}>
        <strong className={classes.count} role="status">
          {count === undefined ? t('all') : t('count', { count })}
        </strong>
        {!chosen.isWhole && total !== chosen.ids.length && (
          <button type="button" className={classes.whole} onClick={chooseWhole}>
            {total === undefined ? t('chooseAll') : t('chooseCount', { count: total })}
          </button>
        )}
        <button
          type="button"
          className={classes.icon}
          aria-label={t('clear')}
          title={t('clear')}
          onClick={clearSelection}
        >
          <IconX size={20} stroke={1.75} aria-hidden />
        </button>
      </div>
      <div className={classes.line}>
        {BUTTONS.map(({ id, icon: Icon, ...button }) => (
          <button
            key={id}
            type="button"
            className={classes.icon}
            aria-label={t(`actions.${id}`)}
            title={t(`actions.${id}`)}
            onClick={() => ('menu' in button ? setMenu(button.menu) : change(button.action))}
          >
            <Icon size={20} stroke={1.75} aria-hidden />
          </button>
        ))}
      </div>
      {menu && (
        <Suspense>
          <SelectionMenu kind={menu} chosen={chosen} onPick={change} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** While rows are chosen, the keys of a conversation act on them. */
function useSelectionActions(change: (action: BulkAction) => void, open: (menu: SelectionMenuKind) => void): void {
  const { t } = useTranslation('selection');
  const { data: me } = useQuery(meQuery);
  useAction({ id: 'inbox.unselect', label: t('clear'), run: clearSelection });
  useAction({ id: 'conversation.resolve', label: t('actions.resolve'), run: () => change({ status: 'resolved' }) });
  useAction({ id: 'conversation.assign', label: t('actions.assign'), run: () => open('assign') });
  useAction({ id: 'conversation.label', label: t('actions.label'), run: () => open('label') });
  useAction({ id: 'conversation.snooze', label: t('actions.snooze'), run: () => open('snooze') });
  useAction({ id: 'conversation.unread', label: t('actions.unread'), run: () => change({ read: false }) });
  useAction({
    id: 'conversation.take',
    label: t('actions.take'),
    when: me !== undefined,
    run: () => me && change({ assigned_to: me._id }),
  });
}

/** How many conversations the list has on the server; undefined where only the server can tell. */
function useTotal(query: ListQuery): number | undefined {
  const { view, q, label, platform, unread } = query;
  const { data: list } = useConversationList(query);
  const counts = useCounts();
  const labelCounts = useLabelCounts(isLabelView(view) ? [view] : []);
  if (list?.nextCursor === null) return list.ids.length;
  const isNarrowed = q !== undefined || label !== undefined || platform !== undefined || unread === true;
  return isNarrowed ? undefined : { ...counts, ...labelCounts }[view]?.open;
}
