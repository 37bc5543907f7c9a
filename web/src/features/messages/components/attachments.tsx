import {
  IconAlertTriangle,
  IconDownload,
  IconFile,
  IconLink,
  IconLoader,
  IconMapPin,
  IconUser,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { fileUrl } from '#web/lib/file-url.ts';
import { fileSize } from '#web/lib/file-size.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { refreshMessage } from '../messages-queries.ts';
import type { Message } from '../thread-merge.ts';
import { Visual } from './visual.tsx';
import classes from './attachments.module.css';

type Attachment = Schemas['AttachmentDto'];

const VoicePlayer = lazy(() =>
  import('./voice-player.tsx').then(({ VoicePlayer: component }) => ({ default: component })),
);

/** The files of a message. */
export function Attachments({ message }: { message: Message }) {
  // The addresses expire after a day; a message that is read again has new ones.
  const refresh = () => void refreshMessage(message._id).catch(() => undefined);
  return message.attachments.map((attachment, index) => (
    <AttachmentView key={index} messageId={message._id} attachment={attachment} onDeadAddress={refresh} />
  ));
}

interface AttachmentViewProps {
  messageId: string;
  attachment: Attachment;
  onDeadAddress: () => void;
}

function AttachmentView({ messageId, attachment, onDeadAddress }: AttachmentViewProps) {
  const { type, url, state, file_description: name, link_url: link } = attachment;
  if (link) return <LinkCard url={link} name={name} />;
  if (type === 'location' || type === 'contact' || type === 'unsupported' || (type === 'share' && url === '')) {
    return <InWords type={type} name={name} />;
  }
  if (state !== 'stored') return <NotThere type={type} state={state} />;
  const ours = fileUrl(url);
  // The page's policy loads no file of another server.
  if (ours === undefined) return <FileCard {...attachment} />;
  if (type === 'image' || type === 'video' || type === 'sticker' || type === 'story') {
    return <Visual messageId={messageId} attachment={attachment} onDeadAddress={onDeadAddress} />;
  }
  if (type === 'audio') {
    return (
      <Suspense fallback={<div className={classes.voicePlace} />}>
        <VoicePlayer
          url={playable(attachment) ?? ours}
          seconds={attachment.duration_sec}
          onDeadAddress={onDeadAddress}
        />
      </Suspense>
    );
  }
  return <FileCard {...attachment} />;
}

/** The second copy of a recording, for a browser that cannot play the first. */
function playable({ mime_type, playable_url }: Attachment): string | undefined {
  const isPlayed = mime_type !== null && document.createElement('audio').canPlayType(mime_type) !== '';
  return isPlayed ? undefined : fileUrl(playable_url);
}

function FileCard({ url, name: fileName, file_description, size, type }: Attachment) {
  const name = fileName ?? file_description;
  const { t } = useTranslation('messages');
  const { locale } = useTimeSettings();
  return (
    <a className={classes.file} href={fileUrl(url) ?? url} target="_blank" rel="noopener noreferrer">
      <IconFile size={24} stroke={1.5} aria-hidden />
      <span className={classes.fileText}>
        <span className={classes.fileName}>{name ?? t(`attachments.${type}`)}</span>
        {size !== null && <span className={classes.fileSize}>{fileSize(size, locale)}</span>}
      </span>
      <IconDownload size={18} stroke={1.75} aria-label={t('attachments.download')} />
    </a>
  );
}

/** A shared page: its title and host name. */
function LinkCard({ url, name }: { url: string; name: string | null }) {
  const { t } = useTranslation('messages');
  return (
    <a className={classes.file} href={url} target="_blank" rel="noopener noreferrer">
      <IconLink size={24} stroke={1.5} aria-hidden />
      <span className={classes.fileText}>
        <span className={classes.fileName}>{name && name !== url ? name : t('attachments.share')}</span>
        <span className={classes.fileSize}>{new URL(url).hostname}</span>
      </span>
    </a>
  );
}

/** An attachment without a file: a location, a contact card, or a kind that the platform does not deliver. */
function InWords({ type, name }: { type: Attachment['type']; name: string | null }) {
  const { t } = useTranslation('messages');
  const Icon = type === 'location' ? IconMapPin : type === 'contact' ? IconUser : IconFile;
  return (
    <p className={classes.words}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>
        {t(`attachments.${type}`)}
        {name && type !== 'unsupported' && <span className={classes.detail}> {name}</span>}
      </span>
    </p>
  );
}

function NotThere({ type, state }: { type: Attachment['type']; state: 'pending' | 'failed' | 'expired' }) {
  const { t } = useTranslation('messages');
  const Icon = state === 'pending' ? IconLoader : IconAlertTriangle;
  const isVisual = type === 'image' || type === 'video' || type === 'story';
  return (
    <p className={classes.words} data-box={isVisual || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden /> {t(`files.${state}`)}
    </p>
  );
}
