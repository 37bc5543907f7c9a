import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { PickDialog } from '#web/ui/pick-dialog.tsx';
import { createLabel, LABEL_COLORS } from '../label-actions.ts';
import { useLabels } from '../labels-query.ts';
import { SNOOZES, type Snooze, snoozedUntil } from '../snooze-choices.ts';

const NOBODY = 'nobody';

interface AssignProps {
  /** Who has it now, or null; undefined where several conversations are meant. */
  assigneeId: string | null | undefined;
  onPick: (assigneeId: string | null) => void;
  onClose: () => void;
}

/** Chooses a colleague, or nobody. */
export function AssignDialog({ assigneeId, onPick, onClose }: AssignProps) {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const people = useColleagues().map(({ _id, full_name: name }) => ({
    id: _id,
    label: _id === me?._id ? t('assign.me', { name }) : name,
    isChosen: assigneeId === _id,
  }));
  const nobody = { id: NOBODY, label: t('assign.nobody'), isChosen: assigneeId === null };
  return (
    <PickDialog
      title={t('actions.assign')}
      choices={[nobody, ...people]}
      onPick={(id) => onPick(id === NOBODY ? null : id)}
      onClose={onClose}
    />
  );
}

interface LabelProps {
  /** The labels that are set. */
  labels: readonly string[];
  onToggle: (name: string) => void;
  onClose: () => void;
}

/** Sets and removes labels. A new name becomes a label of the company, too. */
export function LabelDialog({ labels, onToggle, onClose }: LabelProps) {
  const { t } = useTranslation('inbox');
  const known = useLabels().map(({ name }) => name);
  const names = [...new Set([...labels, ...known])];
  const create = (name: string) => {
    createLabel({ name, color: LABEL_COLORS[known.length % LABEL_COLORS.length] ?? LABEL_COLORS[0] }).then(
      () => onToggle(name),
      toastError,
    );
  };
  return (
    <PickDialog
      title={t('actions.label')}
      choices={names.map((name) => ({ id: name, label: name, isChosen: labels.includes(name) }))}
      onPick={onToggle}
      onCreate={create}
      onClose={onClose}
    />
  );
}

/** Chooses until when conversations rest, by the company's clock. */
export function SnoozeDialog({ onPick, onClose }: { onPick: (until: string) => void; onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const untilOf = (snooze: Snooze) => snoozedUntil(snooze, time).toISOString();
  const choices = SNOOZES.map((id) => ({ id, label: t(`snooze.${id}`), hint: weekdayTime(untilOf(id), time) }));
  return (
    <PickDialog
      title={t('actions.snooze')}
      choices={choices}
      onPick={(id) => onPick(untilOf(id as Snooze))}
      onClose={onClose}
    />
  );
}
