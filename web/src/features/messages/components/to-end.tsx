import { IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './to-end.module.css';

/** A button that scrolls to the end, with the number of new messages there. */
export function ToEnd({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <button
      type="button"
      className={classes.toEnd}
      data-new={count > 0 || undefined}
      aria-label={count > 0 ? undefined : t('toEnd')}
      onClick={onClick}
    >
      {count > 0 && t('newMessages', { count })}
      <IconArrowDown size={18} stroke={1.75} aria-hidden />
    </button>
  );
}
