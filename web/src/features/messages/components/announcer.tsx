import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../thread-merge.ts';

const MAX_CHARACTERS = 120;

/** Announces new messages of the customer to screen readers while the thread is open. */
export function Announcer({ name, messages }: { name: string; messages: readonly Message[] }) {
  const { t } = useTranslation('messages');
  const [openedAtSeq] = useState(messages.at(-1)?.seq ?? 0);
  const last = messages.findLast(({ direction, seq }) => direction === 'inbound' && seq > openedAtSeq);
  const kind = last?.attachments[0]?.type;
  const words = last && (last.content.slice(0, MAX_CHARACTERS) || (kind ? t(`attachments.${kind}`) : ''));
  return (
    <p className="pb-visually-hidden" role="status">
      {words && t('announcement', { name, words })}
    </p>
  );
}
