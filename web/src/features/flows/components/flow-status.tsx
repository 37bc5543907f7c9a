import { useTranslation } from 'react-i18next';
import type { FlowRow } from '../flows-queries.ts';
import classes from './builder-header.module.css';

/** Whether customers meet the flow now, and whether the draft has more than they see. */
export function FlowStatus({
  flow: { status, has_changes, live_version },
}: {
  flow: Pick<FlowRow, 'status' | 'has_changes' | 'live_version'>;
}) {
  const { t } = useTranslation('flows');
  const isAhead = status !== 'draft' && has_changes;
  return (
    <span className={classes.badge} data-status={status}>
      {status === 'draft' || live_version === null
        ? t(`status.${status}`)
        : t('status.version', { status: t(`status.${status}`), number: live_version })}
      {isAhead && ` · ${t('status.changed')}`}
    </span>
  );
}
