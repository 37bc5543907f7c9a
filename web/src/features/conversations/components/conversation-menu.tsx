import { useTranslation } from 'react-i18next';
import { PickDialog } from '#web/ui/pick-dialog.tsx';
import { type Change, updateConversation } from '../conversation-actions.ts';
import type { Row } from '../conversation-merge.ts';
import { AssignDialog, LabelDialog, SnoozeDialog } from './choice-dialogs.tsx';

export type MenuKind = 'assign' | 'label' | 'snooze' | 'priority';

/** The dialog for one kind of change of the open conversation. */
export function ConversationMenu({ kind, row, onClose }: { kind: MenuKind; row: Row; onClose: () => void }) {
  const change = (fields: Change) => void updateConversation(row._id, fields);
  const changeAndClose = (fields: Change) => {
    onClose();
    change(fields);
  };
  const toggle = (name: string) => {
    const isSet = row.labels.includes(name);
    change({ labels: isSet ? row.labels.filter((label) => label !== name) : [...row.labels, name] });
  };

  switch (kind) {
    case 'assign':
      return (
        <AssignDialog
          assigneeId={row.assignee_id}
          onPick={(assignee_id) => changeAndClose({ assignee_id })}
          onClose={onClose}
        />
      );
    case 'label':
      return <LabelDialog labels={row.labels} onToggle={toggle} onClose={onClose} />;
    case 'snooze':
      return (
        <SnoozeDialog
          onPick={(snoozed_until) => changeAndClose({ status: 'snoozed', snoozed_until })}
          onClose={onClose}
        />
      );
    case 'priority':
      return <PriorityDialog row={row} onPick={(priority) => changeAndClose({ priority })} onClose={onClose} />;
  }
}

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

interface PriorityProps {
  row: Row;
  onPick: (priority: Row['priority']) => void;
  onClose: () => void;
}

function PriorityDialog({ row, onPick, onClose }: PriorityProps) {
  const { t } = useTranslation('inbox');
  const choices = PRIORITIES.map((id) => ({ id, label: t(`priority.${id}`), isChosen: row.priority === id }));
  return (
    <PickDialog
      title={t('actions.priority')}
      choices={choices}
      onPick={(id) => onPick(id as Row['priority'])}
      onClose={onClose}
    />
  );
}
