import { IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './hand-off-line.module.css';
import { useTurnWords } from './use-turn-words.ts';

/** In the thread, for staff only: why the assistant has handed over, and what they have to know. */
export function HandOffLine({ reason, brief }: { reason: string; brief: string }) {
  const { t } = useTranslation('turns');
  const words = useTurnWords();
  return (
    <div className={classes.line}>
      <p className={classes.title}>
        <IconUserShare size={16} aria-hidden />
        <span>
          {t('handedOver')} <b>{words.line(reason)}</b>
        </span>
      </p>
      {brief !== '' && <p className={classes.brief}>{brief}</p>}
    </div>
  );
}
