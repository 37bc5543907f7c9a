import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileUrl } from '#web/lib/file-url.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import classes from './attachments.module.css';

type Attachment = Schemas['AttachmentDto'];

/** The files of a message. Pictures keep a box of their size, so that the thread does not jump. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  return attachments.map((attachment, index) => <AttachmentView key={`${attachment.url} ${index}`} {...attachment} />);
}

function AttachmentView({ type, url: address, state, file_description: name }: Attachment) {
  const url = fileUrl(address) ?? address;
  const { t } = useTranslation('inbox');
  if (state === 'pending') return <p className={classes.note}>{t('files.pending')}</p>;
  if (state !== 'stored') return <p className={classes.note}>{t(`files.${state}`)}</p>;
  if (type === 'image' || type === 'sticker' || type === 'story') {
    return <img className={classes.picture} src={url} alt={name ?? t('attachments.image')} loading="lazy" />;
  }
  if (type === 'video') return <video className={classes.picture} src={url} controls preload="metadata" />;
  if (type === 'audio') return <audio className={classes.audio} src={url} controls preload="metadata" />;
  return (
    <a className={classes.file} href={url} target="_blank" rel="noopener noreferrer">
      <IconFile size={20} aria-hidden /> {name ?? t('attachments.file')}
    </a>
  );
}
