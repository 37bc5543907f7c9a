import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { randomId } from '#web/lib/random-id.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { weekdayTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { sendMessage } from '../sending.ts';
import { useTyping } from '../use-typing.ts';
import classes from './composer.module.css';

type Mode = 'reply' | 'note';

/** The field to write a reply or a note. It is mounted anew for each conversation: words never move to another one. */
export function Composer({ row }: { row: Row }) {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<Mode>('reply');
  const [texts, setTexts] = useState({ reply: '', note: '' });
  const clientIds = useRef<Partial<Record<Mode, string>>>({});
  const typing = useTyping(row._id);
  const text = texts[mode];

  const focusOn = (next: Mode) => {
    setMode(next);
    field.current?.focus();
  };
  useAction({ id: 'conversation.reply', label: t('actions.reply'), run: () => focusOn('reply') });
  useAction({ id: 'conversation.note', label: t('actions.note'), run: () => focusOn('note') });

  const change = (value: string) => {
    clientIds.current[mode] ??= randomId();
    setTexts({ ...texts, [mode]: value });
    if (mode === 'reply') typing(value !== '');
  };

  const send = () => {
    const content = text.trim();
    if (content === '' || !me) return;
    typing(false);
    sendMessage({
      client_id: clientIds.current[mode] ?? randomId(),
      user_id: me._id,
      conversation_id: row._id,
      contact_id: row.contact_id,
      platform: row.platform,
      visibility: mode === 'note' ? 'internal' : 'public',
      content,
      attachments: [],
      created_at: new Date().toISOString(),
      last_seen_seq: row.last_seq,
      state: 'sending',
    });
    clientIds.current[mode] = undefined;
    setTexts({ ...texts, [mode]: '' });
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    // An input method confirms its candidate with Enter; that must not send. Key code 229 is the same in older Safari.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const sends = me?.preferences.enter_sends !== false && !event.shiftKey && !isTouch;
    if (event.ctrlKey || event.metaKey || sends) {
      event.preventDefault();
      send();
    }
  };

  return (
    <section className={classes.composer} data-mode={mode} aria-label={t(`composer.${mode}`)}>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={(value) => focusOn(value)}
          data={[
            { value: 'reply', label: t('composer.reply') },
            { value: 'note', label: t('composer.note') },
          ]}
        />
        <WindowLine row={row} />
      </div>
      <div className={classes.field}>
        <textarea
          ref={field}
          className={classes.text}
          aria-label={t(`composer.${mode}`)}
          placeholder={t(`composer.${mode}Hint`)}
          value={text}
          rows={3}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button size="sm" onClick={send} disabled={text.trim() === ''}>
          {t('composer.send')}
        </Button>
      </div>
    </section>
  );
}

/** Until when the platform lets us write freely. */
function WindowLine({ row: { reply_window: replyWindow, platform } }: { row: Row }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const now = useNow();
  if (replyWindow && Date.parse(replyWindow.expires_at) > now) {
    return (
      <span className={classes.window}>{t('window.open', { time: weekdayTime(replyWindow.expires_at, time) })}</span>
    );
  }
  if (platform === 'web' || platform === 'telegram' || platform === 'other') return null;
  return (
    <span className={classes.window} data-closed>
      {t('window.closed')}
    </span>
  );
}
