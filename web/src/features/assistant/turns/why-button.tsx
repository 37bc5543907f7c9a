import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TurnDialog } from './turn-dialog.tsx';
import classes from './why-button.module.css';

/** Opens what has led to a message of the assistant. @param time when it was sent, in words */
export function WhyButton({ turnId, time }: { turnId: string; time: string }) {
  const { t } = useTranslation('turns');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.why} aria-label={t('openOf', { time })} onClick={() => setOpen(true)}>
        {t('open')}
      </button>
      {isOpen && <TurnDialog id={turnId} onClose={() => setOpen(false)} />}
    </>
  );
}
