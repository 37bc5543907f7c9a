import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { clockTime, dateOf, instantOf, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { LATER_CHOICES, type LaterChoice, laterTime } from './later-times.ts';
import type { LaterTime, Scheduled } from './scheduled-queries.ts';
import classes from './scheduled.module.css';

interface SendLaterProps {
  row: Row;
  /** The scheduled message to change; undefined for a new one. */
  scheduled?: Scheduled;
  onSave: (later: LaterTime, content: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the time of sending, by the company's clock. */
export function SendLaterDialog({ row, scheduled, onSave, onClose }: SendLaterProps) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const [openedAt] = useState(() => Date.now());
  const [content, setContent] = useState(scheduled?.content ?? '');
  const [choice, setChoice] = useState<LaterChoice | 'other'>(scheduled ? 'other' : 'hour');
  const initial = scheduled?.send_at ?? laterTime('tomorrow', time, openedAt) ?? '';
  const [date, setDate] = useState(dateOf(initial, time));
  const [clock, setClock] = useState(clockTime(initial, time));
  const [cancelsOnReply, setCancelsOnReply] = useState(scheduled?.cancel_on_reply ?? true);
  const [isSaving, setSaving] = useState(false);
  const other = date !== '' && clock !== '' ? instantOf(date, clock, time).toISOString() : null;
  const sendAt = choice === 'other' ? other : laterTime(choice, time, openedAt);
  const isOpen = sendAt !== null && Date.parse(sendAt) > openedAt;
  const closesAt = row.reply_window?.expires_at;
  const isAfterWindow = isOpen && closesAt !== undefined && sendAt > closesAt;

  const save = () => {
    if (!isOpen) return;
    setSaving(true);
    onSave({ send_at: sendAt, cancel_on_reply: cancelsOnReply }, content).then(onClose, (error: unknown) => {
      setSaving(false);
      toastError(error);
    });
  };

  return (
    <CardDialog title={t(scheduled ? 'later.change' : 'later.title')} onClose={onClose}>
      {scheduled && (
        <textarea
          className={classes.words}
          aria-label={t('later.text')}
          rows={3}
          value={content}
          onChange={({ currentTarget }) => setContent(currentTarget.value)}
        />
      )}
      <fieldset className={classes.choices}>
        <legend className={classes.legend}>{t('later.when')}</legend>
        {LATER_CHOICES.map((one) => {
          const at = laterTime(one, time, openedAt);
          if (at === null) return null;
          return (
            <label key={one} className={classes.choice}>
              <input type="radio" name="later" checked={choice === one} onChange={() => setChoice(one)} />
              <span className={classes.name}>{t(`later.choices.${one}`)}</span>
              <span className={classes.hint}>{weekdayTime(at, time)}</span>
            </label>
          );
        })}
        <label className={classes.choice}>
          <input type="radio" name="later" checked={choice === 'other'} onChange={() => setChoice('other')} />
          <span className={classes.name}>{t('later.choices.other')}</span>
        </label>
        {choice === 'other' && (
          <span className={classes.time}>
            <input
              type="date"
              aria-label={t('later.date')}
              min={dateOf(openedAt, time)}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
            />
            <input
              type="time"
              aria-label={t('later.time')}
              value={clock}
              onChange={({ currentTarget }) => setClock(currentTarget.value)}
            />
          </span>
        )}
      </fieldset>
      <label className={classes.choice}>
        <input
          type="checkbox"
          checked={cancelsOnReply}
          onChange={({ currentTarget }) => setCancelsOnReply(currentTarget.checked)}
        />
        <span className={classes.name}>{t('later.cancelOnReply')}</span>
      </label>
      {isAfterWindow && (
        <p className={classes.warning}>{t('later.afterWindow', { time: weekdayTime(closesAt, time) })}</p>
      )}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button onClick={save} loading={isSaving} disabled={!isOpen}>
          {t(scheduled ? 'actions.save' : 'later.schedule')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
