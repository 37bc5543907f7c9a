import { useTranslation } from 'react-i18next';
import { PLATFORM_NAMES } from '#web/ui/platform-names.ts';
import type { Message } from '../thread-merge.ts';
import classes from './message-bubble.module.css';

const LIMITS = ['SENDING_LIMITED', 'PAIR_LIMITED', 'QUALITY_LIMITED'];

/** Says that a message waits for a limit of the platform. */
export function WaitingFoot({ message: { error, platform } }: { message: Message }) {
  const { t } = useTranslation('messages');
  if (!LIMITS.includes(error?.code ?? '')) return null;
  return (
    <div className={classes.waiting}>
      <span>{t('waitingForLimit', { platform: PLATFORM_NAMES[platform] })}</span>
    </div>
  );
}
