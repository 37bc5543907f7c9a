import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { CustomerImport } from '../imports-queries.ts';
import classes from '../imports.module.css';

/** How far the job of an import is. It goes on when the page is closed. */
export function ImportProgress({ source: { state, counts, row_count: total } }: { source: CustomerImport }) {
  const { t } = useTranslation('imports');
  const title = t(`states.${state}`);
  return (
    <Card title={title} text={t('progress.explained')}>
      <progress className={classes.progress} aria-label={title} value={counts.rows} max={total} />
      <p role="status">{t('progress.rows', { done: counts.rows, total })}</p>
    </Card>
  );
}
