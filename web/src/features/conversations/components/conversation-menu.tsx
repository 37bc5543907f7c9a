import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { PickDialog } from '#web/ui/pick-dialog.tsx';
import { updateConversation } from '../conversation-actions.ts';
import type { Row } from '../conversation-merge.ts';
import { useLabels } from '../labels-query.ts';
import { SNOOZES, type Snooze, snoozedUntil } from '../snooze-choices.ts';

export type MenuKind = 'assign' | 'label' | 'snooze' | 'priority';

interface MenuProps {
  row: Row;
  onClose: () => void;
}

/** The dialog for one kind of change of a conversation. */
export function ConversationMenu({ kind, ...props }: MenuProps & { kind: MenuKind }) {
  const Dialog = { assign: AssignDialog, label: LabelDialog, snooze: SnoozeDialog, priority: PriorityDialog }[kind];
  return <Dialog {...props} />;
}

const NOBODY = 'nobody';

function AssignDialog({ row, onClose }: MenuProps) {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const people = useColleagues().map(({ _id, full_name: name }) => ({
    id: _id,
    label: _id === me?._id ? t('assign.me', { name }) : name,
    isChosen: row.assignee_id === _id,
  }));
  const nobody = { id: NOBODY, label: t('assign.nobody'), isChosen: row.assignee_id === null };
  const pick = (id: string) => {
    onClose();
    void updateConversation(row._id, { assignee_id: id === NOBODY ? null : id });
  };
  return <PickDialog title={t('actions.assign')} choices={[nobody, ...people]} onPick={pick} onClose={onClose} />;
}

function LabelDialog({ row, onClose }: MenuProps) {
  const { t } = useTranslation('inbox');
  const known = useLabels();
  const names = [...new Set([...row.labels, ...known])];
  const set = (name: string) => {
    const labels = row.labels.includes(name) ? row.labels.filter((label) => label !== name) : [...row.labels, name];
    void updateConversation(row._id, { labels });
  };
  return (
    <PickDialog
      title={t('actions.label')}
      choices={names.map((name) => ({ id: name, label: name, isChosen: row.labels.includes(name) }))}
      onPick={set}
      onCreate={set}
      onClose={onClose}
    />
  );
}

function SnoozeDialog({ row, onClose }: MenuProps) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const choices = SNOOZES.map((id) => ({
    id,
    label: t(`snooze.${id}`),
    hint: weekdayTime(snoozedUntil(id, time).toISOString(), time),
  }));
  const pick = (id: string) => {
    onClose();
    const until = snoozedUntil(id as Snooze, time).toISOString();
    void updateConversation(row._id, { status: 'snoozed', snoozed_until: until });
  };
  return <PickDialog title={t('actions.snooze')} choices={choices} onPick={pick} onClose={onClose} />;
}

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

function PriorityDialog({ row, onClose }: MenuProps) {
  const { t } = useTranslation('inbox');
  const choices = PRIORITIES.map((id) => ({ id, label: t(`priority.${id}`), isChosen: row.priority === id }));
  const pick = (id: string) => {
    onClose();
    void updateConversation(row._id, { priority: id as Row['priority'] });
  };
  return <PickDialog title={t('actions.priority')} choices={choices} onPick={pick} onClose={onClose} />;
}
