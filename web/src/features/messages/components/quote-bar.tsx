import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuotedMessage } from '../thread-merge.ts';
import { QuotedWords } from './quote.tsx';
import classes from './quote.module.css';

interface QuoteBarProps {
  conversationId: string;
  quoted: QuotedMessage;
  onClose: () => void;
}

/** Above the field: the message that the reply will quote. */
export function QuoteBar({ conversationId, quoted, onClose }: QuoteBarProps) {
  const { t } = useTranslation('messages');
  return (
    <div className={classes.bar} role="group" aria-label={t('quote.bar')}>
      <span className={classes.said}>
        <QuotedWords conversationId={conversationId} quoted={quoted} />
      </span>
      <button type="button" className={classes.close} aria-label={t('quote.remove')} onClick={onClose}>
        <IconX size={18} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
