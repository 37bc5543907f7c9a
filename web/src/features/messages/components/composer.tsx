import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { withAssistantTurnWords, withOfferWords } from '#web/lib/i18n/i18n.ts';
import { randomId } from '#web/lib/random-id.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useServerDraft, writeDraft } from '../draft-sync.ts';
import type { Mode } from '../draft-book.ts';
import { useDraft } from '../drafts.ts';
import { limitOf, outgoingMessages, type Written } from '../outgoing.ts';
import { keepReplyQuote, useReplyQuote } from '../reply-quote.ts';
import { sendMessage } from '../sending.ts';
import { removeUploads, useUploads } from '../uploads.ts';
import { useComposerField } from '../use-composer-field.ts';
import { useQuoteAction } from '../use-quote-action.ts';
import { keepUsed, takeUsed, type UsedSuggestion } from '../used-suggestions.ts';
import { useFileDrop } from '../use-file-drop.ts';
import { useIsWindowOver } from '../use-is-window-over.ts';
import { useTyping } from '../use-typing.ts';
import { ComposerField } from './composer-field.tsx';
import { ComposerHead } from './composer-head.tsx';
import { FileTray } from './file-tray.tsx';
import { LengthLine } from './length-line.tsx';
import { TemplateButton } from './template-button.tsx';
import { QuoteBar } from './quote-bar.tsx';
import { Viewers } from './viewers.tsx';
import classes from './composer.module.css';

const ScheduledStrip = lazy(() =>
  import('../scheduled/scheduled-strip.tsx').then(({ ScheduledStrip: component }) => ({ default: component })),
);
const SendLater = lazy(() =>
  import('../scheduled/send-later.tsx').then(({ SendLater: component }) => ({ default: component })),
);

const OfferStrip = lazy(
  withOfferWords(async () => ({ default: (await import('#web/features/offers/offer-strip.tsx')).OfferStrip })),
);
const SuggestionStrip = lazy(
  withAssistantTurnWords(async () => ({
    default: (await import('#web/features/assistant/suggestions/suggestion-strip.tsx')).SuggestionStrip,
  })),
);

/** The field for a reply or a note. Drafts and files belong to one conversation, so mount one composer for each. */
export function Composer({ row }: { row: Row }) {
  const { t } = useTranslation('messages');
  const { data: me } = useQuery(meQuery);
  const [mode, setMode] = useState<Mode>('reply');
  useServerDraft(row._id, mode);
  const draft = useDraft(row._id, mode);
  const allUploads = useUploads(row._id);
  const uploads = mode === 'reply' ? allUploads : [];
  const replyQuote = useReplyQuote(row._id);
  const quoted = mode === 'reply' ? replyQuote : undefined;
  const removeQuote = () => keepReplyQuote(row._id, undefined);
  const typing = useTyping(row._id);
  const field = useComposerField(draft.text, (text) => {
    writeDraft(row._id, mode, text);
    if (mode === 'reply') typing(text !== '');
    if (mode === 'reply' && text === '') takeUsed(row._id);
  });
  const isDropping = useFileDrop(row, () => focusOn('reply'));

  const focusOn = (next: Mode) => {
    setMode(next);
    field.focus();
  };
  useAction({ id: 'conversation.reply', label: t('actions.reply'), run: () => focusOn('reply') });
  useQuoteAction(row._id);
  useAction({ id: 'conversation.note', label: t('actions.note'), run: () => focusOn('note') });

  const isWindowOver = useIsWindowOver(row);
  const blocked = mode === 'reply' ? blockedBy(row, isWindowOver) : undefined;
  const isUploading = uploads.some(({ stored }) => stored === undefined);
  const isEmpty = draft.text.trim() === '' && uploads.length === 0;
  const canSend = me !== undefined && !isEmpty && !isUploading && blocked === undefined;
  const [isLater, setLater] = useState(false);
  const written = (): Written => {
    const kept = draft.client_id === '' ? { ...draft, client_id: randomId() } : draft;
    return { row, mode, draft: kept, uploads, quoted, user_id: me?._id ?? '', now: new Date() };
  };
  const send = () => {
    if (!canSend) return;
    for (const message of outgoingMessages(written())) sendMessage(message);
    if (mode === 'reply') tellUsed(row._id, draft.text);
    clear();
  };
  const use = (used: UsedSuggestion) => {
    keepUsed(row._id, used);
    field.change([draft.text.trim(), used.text].filter((part) => part !== '').join('\n'));
    field.focus();
  };
  const sendSuggested = (text: string) => {
    const suggested = { text, client_id: randomId(), isSaved: false };
    const messages = outgoingMessages({ ...written(), draft: suggested, uploads: [], quoted: undefined });
    for (const message of messages) sendMessage(message);
  };
  const clear = () => {
    typing(false);
    writeDraft(row._id, mode, '');
    if (quoted) removeQuote();
    removeUploads(uploads.map(({ id }) => id));
    field.focus();
  };

  return (
    <section
      className={classes.composer}
      data-mode={mode}
      data-dropping={isDropping || undefined}
      aria-label={t(`composer.${mode}`)}
    >
      <Viewers id={row._id} me={me?._id ?? ''} />
      <ComposerHead row={row} mode={mode} onMode={focusOn} onEmoji={field.insert} />
      {blocked && <p className={classes.blocked}>{t(`composer.blocked.${blocked}`)}</p>}
      {mode === 'reply' && row.channel_health === 'needs_reconnect' && (
        <p className={classes.blocked}>{t('composer.waits')}</p>
      )}
      {blocked === 'window' && <TemplateButton row={row} look="words" />}
      {quoted && <QuoteBar conversationId={row._id} quoted={quoted} onClose={removeQuote} />}
      <Suspense>{mode === 'reply' && <ScheduledStrip row={row} />}</Suspense>
      <Suspense>{mode === 'reply' && <OfferStrip conversationId={row._id} />}</Suspense>
      <Suspense>
        {mode === 'reply' && (
          <SuggestionStrip
            conversationId={row._id}
            isBlocked={blocked !== undefined || me === undefined}
            onUse={use}
            onSend={sendSuggested}
          />
        )}
      </Suspense>
      <FileTray uploads={uploads} />
      <ComposerField
        field={field}
        mode={mode}
        row={row}
        text={draft.text}
        isBlocked={blocked !== undefined}
        canSend={canSend}
        onSend={send}
        onLater={mode === 'reply' ? () => setLater(true) : undefined}
        onEscape={quoted && removeQuote}
      />
      <LengthLine text={draft.text} limit={limitOf(row, mode)} />
      <Suspense>{isLater && <SendLater written={written()} onDone={clear} onClose={() => setLater(false)} />}</Suspense>
      {isDropping && <p className={classes.drop}>{t('composer.drop')}</p>}
    </section>
  );
}

/** Tells what became of a suggestion that is in the sent reply. The verdict is only a statistic, so a failure is no news. */
function tellUsed(conversationId: string, sent: string): void {
  const used = takeUsed(conversationId);
  if (!used) return;
  void import('#web/features/assistant/suggestions/suggestion-queries.ts')
    .then(({ tellSent }) => tellSent(conversationId, used, sent))
    .catch(() => undefined);
}

/** The reason why no reply can be sent; undefined if it can. */
function blockedBy({ channel_health: health, text_limit: limit }: Row, isWindowOver: boolean) {
  if (health === 'disconnected' || health === 'unverified') return health;
  if (!limit) return 'noSender';
  return isWindowOver ? 'window' : undefined;
}
