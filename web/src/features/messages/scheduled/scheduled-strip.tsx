import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import {
  changeScheduled,
  deleteScheduled,
  type Scheduled,
  scheduledQuery,
  sendScheduledNow,
} from './scheduled-queries.ts';
import { SendLaterDialog } from './send-later-dialog.tsx';
import classes from './scheduled.module.css';

/** Shows the waiting and the unsuccessful scheduled messages above the text field. */
export function ScheduledStrip({ row }: { row: Row }) {
  const { t } = useTranslation('messages');
  const { data: items = [] } = useQuery(scheduledQuery(row._id));
  if (items.length === 0) return null;
  return (
    <ul className={classes.strip} aria-label={t('later.list')}>
      {items.map((item) => (
        <ScheduledItem key={item._id} item={item} row={row} />
      ))}
    </ul>
  );
}

function ScheduledItem({ item, row }: { item: Scheduled; row: Row }) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const [isEditing, setEditing] = useState(false);
  const { content, attachments, send_at, cancel_on_reply, state, reason } = item;
  const at = weekdayTime(send_at, time);
  const act = (action: (one: Scheduled) => Promise<void>) => () => void action(item).catch(toastError);
  return (
    <li className={classes.item} data-state={state}>
      <IconClock size={18} stroke={1.75} aria-hidden />
      <span className={classes.said}>
        <span className={classes.content}>{content || t('later.files', { count: attachments.length })}</span>
        <span className={classes.hint}>
          {reason ? reasonWords(reason) : t(cancel_on_reply ? 'later.atUnlessReply' : 'later.at', { time: at })}
        </span>
      </span>
      {state !== 'sending' && (
        <span className={classes.buttons}>
          <Button size="compact-sm" variant="default" onClick={act(sendScheduledNow)}>
            {t('later.now')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('later.edit')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={act(deleteScheduled)}>
            {t('later.remove')}
          </Button>
        </span>
      )}
      {isEditing && (
        <SendLaterDialog
          row={row}
          scheduled={item}
          onSave={(later, words) => changeScheduled(item, { ...later, content: words })}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  );
}

function reasonWords({ code, message }: NonNullable<Scheduled['reason']>): string {
  return errorWords({ code, message: i18next.t(`messages:later.reasons.${code}` as never, { defaultValue: message }) });
}
