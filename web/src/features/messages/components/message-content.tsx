import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { contextOf, type MessageContext } from '../message-context.ts';
import type { Message } from '../thread-merge.ts';
import { Attachments } from './attachments.tsx';
import { MessageText } from './message-text.tsx';
import { Quote } from './quote.tsx';
import classes from './message-content.module.css';

const MessageChoices = lazy(() =>
  import('./message-choices.tsx').then(({ MessageChoices: component }) => ({ default: component })),
);

/** The content of a message: the quoted message, files and text. */
export function MessageContent({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  if (message.deleted_at) return <p className={classes.deleted}>{t('deleted')}</p>;
  const { reply_to_external_id: repliedTo, story, referral, button, forwarded } = contextOf(message);
  return (
    <>
      {message.quoted ? (
        <Quote conversationId={message.conversation_id} quoted={message.quoted} />
      ) : (
        repliedTo !== undefined && <p className={classes.origin}>{t('quote.unknown')}</p>
      )}
      {forwarded && <p className={classes.origin}>{t(`forwarded.${forwarded}`)}</p>}
      {story && <Story {...story} />}
      {referral && <Referral {...referral} />}
      <Attachments message={message} />
      {button && <p className={classes.origin}>{t('buttonPressed')}</p>}
      {message.content && <MessageText text={message.content} hasMentions={message.visibility === 'internal'} />}
      {(message.buttons.length > 0 || message.list) && (
        <Suspense>
          <MessageChoices message={message} />
        </Suspense>
      )}
    </>
  );
}

function Story({ kind, url }: NonNullable<MessageContext['story']>) {
  const { t } = useTranslation('messages');
  return (
    <p className={classes.origin}>
      {t(`story.${kind}`)}{' '}
      {url && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('story.open')}
        </a>
      )}
    </p>
  );
}

export function Referral({ source, headline, ref, ad_id: adId, url }: NonNullable<MessageContext['referral']>) {
  const { t } = useTranslation('messages');
  const name = headline ?? ref ?? adId;
  return (
    <p className={classes.origin}>
      {t(source?.toLowerCase().startsWith('ad') ? 'referral.ad' : 'referral.link')}
      {name && <b> {name}</b>}{' '}
      {url && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('referral.open')}
        </a>
      )}
    </p>
  );
}
