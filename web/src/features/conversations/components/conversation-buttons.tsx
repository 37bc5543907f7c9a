import { ActionIcon, Button } from '@mantine/core';
import {
  IconAlarm,
  IconCheck,
  IconFlag,
  IconMail,
  IconRobot,
  IconRobotOff,
  IconRotate,
  IconTag,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf, useAction } from '#web/app/actions/actions.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { markUnread, updateConversation } from '../conversation-actions.ts';
import type { Row } from '../conversation-merge.ts';
import { inboxFilters } from '../inbox-search.ts';
import { useHasSelection } from '../selection.ts';
import { AssignButton } from './assign-button.tsx';
import type { MenuKind } from './conversation-menu.tsx';
import classes from './conversation-buttons.module.css';

const ConversationMenu = lazy(() =>
  import('./conversation-menu.tsx').then(({ ConversationMenu: component }) => ({ default: component })),
);

const MENUS = [
  { kind: 'label', icon: IconTag },
  { kind: 'snooze', icon: IconAlarm },
  { kind: 'priority', icon: IconFlag },
] as const;

/** The actions on the open conversation, as buttons and by keys. */
export function ConversationButtons({ row, view }: { row: Row; view: string }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const [menu, setMenu] = useState<MenuKind | null>(null);
  const isOpen = row.status === 'open';
  const resolve = () => {
    // The next conversation of the list opens, so that a person can answer one after another; after the last one, none.
    const next = actionOf('inbox.next');
    if (isOpen && next) next.run();
    else if (isOpen) void navigate({ to: '/inbox/$view', params: { view }, search: inboxFilters });
    void updateConversation(row._id, { status: isOpen ? 'resolved' : 'open' });
  };
  const automation = row.automation === 'on' ? 'off' : 'on';
  const switchAutomation = () => void updateConversation(row._id, { automation });

  useConversationActions(row, resolve, setMenu);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('actions.title')}>
      <AssignButton assigneeId={row.assignee_id} onClick={() => setMenu('assign')} />
      {MENUS.map(({ kind, icon: Icon }) => (
        <ActionIcon
          key={kind}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t(`actions.${kind}`)}
          title={t(`actions.${kind}`)}
          onClick={() => setMenu(kind)}
        >
          <Icon size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t(`actions.automation.${automation}`)}
        title={t(`actions.automation.${automation}`)}
        onClick={switchAutomation}
      >
        {automation === 'on' ? <IconRobot size={20} aria-hidden /> : <IconRobotOff size={20} aria-hidden />}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('actions.unread')}
        title={t('actions.unread')}
        onClick={() => void markUnread(row._id)}
      >
        <IconMail size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Button
        variant={isOpen ? 'filled' : 'default'}
        size="sm"
        leftSection={isOpen ? <IconCheck size={16} aria-hidden /> : <IconRotate size={16} aria-hidden />}
        onClick={resolve}
      >
        {t(isOpen ? 'actions.resolve' : 'actions.reopen')}
      </Button>
      {menu && (
        <Suspense>
          <ConversationMenu kind={menu} row={row} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** While rows are chosen, their bar has these keys, except for the priority. */
function useConversationActions(row: Row, resolve: () => void, open: (kind: MenuKind) => void): void {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const when = !useHasSelection();
  const label = t(row.status === 'open' ? 'actions.resolve' : 'actions.reopen');
  useAction({ id: 'conversation.resolve', label, run: resolve, when });
  useAction({ id: 'conversation.assign', label: t('actions.assign'), run: () => open('assign'), when });
  useAction({ id: 'conversation.label', label: t('actions.label'), run: () => open('label'), when });
  useAction({ id: 'conversation.snooze', label: t('actions.snooze'), run: () => open('snooze'), when });
  useAction({ id: 'conversation.priority', label: t('actions.priority'), run: () => open('priority') });
  useAction({ id: 'conversation.unread', label: t('actions.unread'), run: () => void markUnread(row._id), when });
  useAction({
    id: 'conversation.take',
    label: t('actions.take'),
    when: when && me !== undefined && row.assignee_id !== me._id,
    run: () => void updateConversation(row._id, { assignee_id: me?._id ?? null }),
  });
}
