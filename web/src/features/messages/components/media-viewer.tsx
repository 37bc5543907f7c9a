import { IconChevronLeft, IconChevronRight, IconDownload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { fileUrl } from '#web/lib/file-url.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import type { Message } from '../thread-merge.ts';
import type { Thread } from '../thread-windows.ts';
import classes from './media-viewer.module.css';

interface Shown {
  message: Message;
  attachment: Schemas['AttachmentDto'];
}

/** Pictures and videos of a conversation over the whole screen. Arrow keys lead to the others, Esc closes. */
export function MediaViewer({ messageId, url, onClose }: { messageId: string; url: string; onClose: () => void }) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const [shown] = useState(() => shownWith(messageId));
  const [place, setPlace] = useState(() => shown.findIndex(({ attachment }) => attachment.url === url));
  const current = shown[place];
  if (!current) return null;
  const { message, attachment } = current;
  const name = attachment.file_description ?? t(`attachments.${attachment.type}`);
  const step = (by: number) => setPlace(Math.min(Math.max(place + by, 0), shown.length - 1));
  const onKeyDown = ({ key, target }: React.KeyboardEvent) => {
    if (target instanceof HTMLVideoElement) return;
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  };

  return (
    <NativeDialog className={classes.viewer} label={t('viewer.title')} onClose={onClose} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <span className={classes.caption}>
          {name} · {fullTime(message.sent_at, time)}
        </span>
        <a
          className={classes.button}
          href={fileUrl(attachment.url)}
          download
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('attachments.download')}
        >
          <IconDownload size={22} stroke={1.75} aria-hidden />
        </a>
        <button
          type="button"
          className={classes.button}
          aria-label={t('viewer.close')}
          onClick={onClose}
          data-autofocus
        >
          <IconX size={22} stroke={1.75} aria-hidden />
        </button>
      </header>
      <div className={classes.stage}>
        {attachment.type === 'video' || attachment.mime_type?.startsWith('video/') ? (
          <video
            key={attachment.url}
            className={classes.media}
            src={fileUrl(attachment.url)}
            controls
            autoPlay
            playsInline
          />
        ) : (
          <img key={attachment.url} className={classes.media} src={fileUrl(attachment.url)} alt={name} />
        )}
      </div>
      {place > 0 && (
        <button type="button" className={classes.before} aria-label={t('viewer.previous')} onClick={() => step(-1)}>
          <IconChevronLeft size={28} stroke={1.75} aria-hidden />
        </button>
      )}
      {place < shown.length - 1 && (
        <button type="button" className={classes.after} aria-label={t('viewer.next')} onClick={() => step(1)}>
          <IconChevronRight size={28} stroke={1.75} aria-hidden />
        </button>
      )}
    </NativeDialog>
  );
}

/** All pictures and videos of the loaded part of a thread that has this message. */
function shownWith(messageId: string): Shown[] {
  const threads = queryClient.getQueriesData<Thread>({ queryKey: ['thread'] });
  const windows = threads.flatMap(([, thread]) => thread?.windows ?? []);
  const window = windows.find(({ messages }) => messages.some(({ _id }) => _id === messageId));
  return (window?.messages ?? []).flatMap((message) =>
    message.attachments
      .filter(({ type, state }) => state === 'stored' && (type === 'image' || type === 'video' || type === 'story'))
      .map((attachment) => ({ message, attachment })),
  );
}
