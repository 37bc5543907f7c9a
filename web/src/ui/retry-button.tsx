import { useTranslation } from 'react-i18next';
import classes from './retry-button.module.css';

/** Tries again after a failure. A native button, because Mantine's would be 8 kB more of the first load. */
export function RetryButton({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.button} onClick={onRetry}>
      {t('failed.again')}
    </button>
  );
}
