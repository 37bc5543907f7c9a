import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { fileUrl } from '#web/lib/file-url.ts';
import classes from './attachments.module.css';

const MediaViewer = lazy(() =>
  import('./media-viewer.tsx').then(({ MediaViewer: component }) => ({ default: component })),
);

interface VisualProps {
  messageId: string;
  attachment: Schemas['AttachmentDto'];
  onDeadAddress: () => void;
}

/** A picture or a video in a box of a fixed size, so that loading does not move the thread. A click opens the viewer. */
export function Visual({
  messageId,
  attachment: { type, url, file_description: name, mime_type, width, height },
  onDeadAddress,
}: VisualProps) {
  const { t } = useTranslation('messages');
  const [isOpen, setOpen] = useState(false);
  const [deadUrl, setDeadUrl] = useState<string>();
  const label = name ?? t(`attachments.${type}`);
  const isVideo = type === 'video' || mime_type?.startsWith('video/');
  const onError = () => {
    setDeadUrl(url);
    onDeadAddress();
  };

  if (type === 'sticker') return <img className={classes.sticker} src={fileUrl(url)} alt={label} loading="lazy" />;
  if (deadUrl === url) return <p className={classes.words}>{t('files.notShown')}</p>;
  return (
    <>
      <button
        type="button"
        className={classes.visual}
        style={width && height ? { aspectRatio: `${width} / ${height}` } : undefined}
        aria-label={t('viewer.open', { name: label })}
        onClick={() => setOpen(true)}
      >
        {isVideo ? (
          <>
            <video
              className={classes.picture}
              src={fileUrl(url)}
              preload="metadata"
              muted
              playsInline
              onError={onError}
            />
            <span className={classes.play}>
              <IconPlayerPlayFilled size={24} aria-hidden />
            </span>
          </>
        ) : (
          <img className={classes.picture} src={fileUrl(url)} alt="" loading="lazy" onError={onError} />
        )}
      </button>
      {isOpen && (
        <Suspense>
          <MediaViewer messageId={messageId} url={url} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
