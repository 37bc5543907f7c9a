import { IconFile, IconRotate, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { fileSize } from '#web/lib/file-size.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { removeUploads, retryUpload, type Upload } from '../uploads.ts';
import classes from './file-tray.module.css';

/** The files of the next message and the progress of their uploads. */
export function FileTray({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation('messages');
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.tray} aria-label={t('uploads.title')}>
      {uploads.map((upload) => (
        <FileChip key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function FileChip({ upload: { id, file, progress, stored, error } }: { upload: Upload }) {
  const { t } = useTranslation('messages');
  const { locale } = useTimeSettings();
  return (
    <li className={classes.chip} data-failed={error ? true : undefined}>
      <IconFile size={20} stroke={1.75} aria-hidden />
      <span className={classes.text}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.state}>{error ? errorWords(error) : fileSize(file.size, locale)}</span>
        {!stored && !error && (
          <progress className={classes.progress} max={1} value={progress} aria-label={t('uploads.progress')} />
        )}
      </span>
      {error && (
        <button
          type="button"
          className={classes.button}
          aria-label={t('uploads.retry', { name: file.name })}
          onClick={() => retryUpload(id)}
        >
          <IconRotate size={18} stroke={1.75} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className={classes.button}
        aria-label={t('uploads.remove', { name: file.name })}
        onClick={() => removeUploads([id])}
      >
        <IconX size={18} stroke={1.75} aria-hidden />
      </button>
    </li>
  );
}
