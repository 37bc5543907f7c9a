import { useQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withAssistantTurnWords } from '#web/lib/i18n/i18n.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { clockTime, fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { StatusTicks } from '#web/ui/status-ticks.tsx';
import { useLongPress } from '#web/ui/use-long-press.ts';
import { abilitiesOf } from '../message-actions.ts';
import { contextOf, handOffOf, staffLineOf } from '../message-context.ts';
import type { Message } from '../thread-merge.ts';
import { useAuthor } from '../use-author.ts';
import { WaitingFoot } from './waiting-foot.tsx';
import { FailedFoot } from './failed-foot.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageContent, Referral } from './message-content.tsx';
import { NoteEditor } from './note-editor.tsx';
import classes from './message-bubble.module.css';

const WhyButton = lazy(
  withAssistantTurnWords(async () => ({
    default: (await import('#web/features/assistant/turns/why-button.tsx')).WhyButton,
  })),
);
const HandOffLine = lazy(
  withAssistantTurnWords(async () => ({
    default: (await import('#web/features/assistant/turns/hand-off-line.tsx')).HandOffLine,
  })),
);

interface MessageBubbleProps {
  message: Message;
  startsGroup: boolean;
  /** The thread was opened at this message. */
  isCurrent: boolean;
}

/** One message: the customer's at the left, ours at the right, a note over the whole width. */
export function MessageBubble({ message, startsGroup, isCurrent }: MessageBubbleProps) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const { data: me } = useQuery(meQuery);
  const author = useAuthor(message.author, message.direction === 'outbound');
  const [isEditing, setEditing] = useState(false);
  const [hasSheet, setSheet] = useState(false);
  const longPress = useLongPress(() => setSheet(true));
  if (message.author.kind === 'system') return <SystemLine message={message} />;

  const side = message.visibility === 'internal' ? 'note' : message.direction === 'inbound' ? 'theirs' : 'ours';
  return (
    <article
      className={classes.line}
      data-side={side}
      data-group={startsGroup || undefined}
      aria-current={isCurrent || undefined}
      aria-label={t(`bubble.${side}`, { name: author, time: clockTime(message.sent_at, time) })}
    >
      {startsGroup && author && side !== 'note' && <span className={classes.author}>{author}</span>}
      <div className={classes.bubble} data-status={message.status} {...longPress}>
        {side === 'note' && (
          <p className={classes.noteHead}>
            <IconLock size={14} aria-hidden /> <b>{author}</b> {t('note.private')}
          </p>
        )}
        {isEditing ? (
          <NoteEditor message={message} onClose={() => setEditing(false)} />
        ) : (
          <MessageContent message={message} />
        )}
        <footer className={classes.foot}>
          {message.assistant_turn_id !== null && (
            <Suspense>
              <WhyButton turnId={message.assistant_turn_id} time={clockTime(message.sent_at, time)} />
            </Suspense>
          )}
          {message.edited_at && !message.deleted_at && <span>{t('edited')}</span>}
          <time dateTime={message.sent_at} title={fullTime(message.sent_at, time)}>
            {clockTime(message.sent_at, time)}
          </time>
          {side === 'ours' && <StatusTicks status={message.status} role={message.role} />}
        </footer>
        {message.reactions.length > 0 && <Reactions reactions={message.reactions} />}
        <MessageActions
          message={message}
          abilities={abilitiesOf(message, me?._id ?? '')}
          onEdit={() => setEditing(true)}
          hasSheet={hasSheet}
          onSheetClose={() => setSheet(false)}
        />
      </div>
      {message.status === 'queued' && message.error && <WaitingFoot message={message} />}
      {message.status === 'failed' && !message.deleted_at && <FailedFoot message={message} />}
    </article>
  );
}

function SystemLine({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const { id_change: change, referral } = contextOf(message);
  if (referral) {
    return (
      <div className={classes.system}>
        <Referral {...referral} />
      </div>
    );
  }
  const handOff = handOffOf(message);
  if (handOff) {
    return (
      <Suspense fallback={<p className={classes.system}>{message.content}</p>}>
        <HandOffLine {...handOff} />
      </Suspense>
    );
  }
  const words = change && t(change.is_taken ? 'idChange.taken' : 'idChange.kept', { ...change });
  return <p className={classes.system}>{words ?? staffLineWords(message, t) ?? message.content}</p>;
}

function staffLineWords(message: Message, t: TFunction<'messages'>): string | undefined {
  const line = staffLineOf(message);
  if (!line) return undefined;
  const { cause, ...values } = line;
  const key = cause === 'asked_by_flow' && values.reason !== '' ? 'asked_by_flow_reason' : cause;
  return t(`staffLine.${key}`, values);
}

function Reactions({ reactions }: { reactions: Message['reactions'] }) {
  const { t } = useTranslation('messages');
  const shown = reactions.map(({ emoji }) => emoji).join(' ');
  return (
    <span className={classes.reactions} role="img" aria-label={t('reactions', { emojis: shown })}>
      {shown}
    </span>
  );
}
