import { useTranslation } from 'react-i18next';
import type { DiaryAppointment } from '../diary-merge.ts';
import classes from './status-chip.module.css';

/** The status of an appointment in words and colour. */
export function StatusChip({ status }: { status: DiaryAppointment['status'] }) {
  const { t } = useTranslation('calendar');
  return (
    <span className={classes.chip} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}
