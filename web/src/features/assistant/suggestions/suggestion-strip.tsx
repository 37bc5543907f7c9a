import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { TurnDialog } from '../turns/turn-dialog.tsx';
import type { Suggestion } from '../assistant-types.ts';
import { makingKey, rejectSuggestion, suggestionQuery, tellSent } from './suggestion-queries.ts';
import { suggestionText } from './suggestion-text.ts';
import classes from './suggestions.module.css';

/** Longer texts are cut until the user wants to see all. */
const SHORT_TEXT = 280;

interface SuggestionStripProps {
  conversationId: string;
  /** No reply can be sent now. */
  isBlocked: boolean;
  onUse: (used: { turn_id: string; text: string }) => void;
  onSend: (text: string) => void;
}

/** Above the reply field: the answer that the assistant suggests. */
export function SuggestionStrip({ conversationId, ...actions }: SuggestionStripProps) {
  const { t } = useTranslation('suggestion');
  const { data: suggestion } = useQuery(suggestionQuery(conversationId));
  const isMaking = useIsMutating({ mutationKey: makingKey(conversationId) }) > 0;
  return (
    <div role="status" aria-label={t('title')}>
      {isMaking && <p className={classes.making}>{t('making')}</p>}
      {suggestion && !isMaking && <Shown key={suggestion.turn_id} suggestion={suggestion} {...actions} />}
    </div>
  );
}

type ShownProps = Omit<SuggestionStripProps, 'conversationId'> & { suggestion: Suggestion };

function Shown({ suggestion, isBlocked, onUse, onSend }: ShownProps) {
  const { t } = useTranslation(['suggestion', 'turns']);
  const [isTraced, setTraced] = useState(false);
  const { turn_id, conversation_id, action, sources } = suggestion;
  const text = suggestionText(suggestion);
  const used = { turn_id, text };
  const reject = useMutation({
    mutationFn: () => rejectSuggestion(suggestion),
    onSuccess: () => toast({ message: t('rejected') }),
    onError: toastError,
  });
  const send = () => {
    onSend(text);
    void tellSent(conversation_id, used, text).catch(toastError);
  };
  return (
    <section className={classes.strip} aria-label={t('title')}>
      <p className={classes.head}>
        <IconSparkles size={18} stroke={1.75} aria-hidden />
        <b>{t('title')}</b>
        <button type="button" className={classes.why} onClick={() => setTraced(true)}>
          {t('turns:open')}
        </button>
      </p>
      {action === 'handoff' && <p className={classes.hint}>{t('handoff')}</p>}
      <SuggestedText text={text} />
      {sources.length > 0 && (
        <p className={classes.hint}>{t('sources', { titles: sources.map(({ title }) => title).join(', ') })}</p>
      )}
      <div className={classes.buttons}>
        <Button size="compact-sm" disabled={isBlocked} onClick={send}>
          {t('send')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          title={t('useHint')}
          disabled={isBlocked}
          onClick={() => onUse(used)}
        >
          {t('use')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={reject.isPending}
          onClick={() => reject.mutate()}
        >
          {t('reject')}
        </Button>
      </div>
      {isTraced && <TurnDialog id={turn_id} onClose={() => setTraced(false)} />}
    </section>
  );
}

function SuggestedText({ text }: { text: string }) {
  const { t } = useTranslation('suggestion');
  const [isAll, setAll] = useState(false);
  const isLong = text.length > SHORT_TEXT;
  return (
    <>
      <p className={classes.text} data-cut={(isLong && !isAll) || undefined}>
        {text}
      </p>
      {isLong && (
        <button type="button" className={classes.why} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {t(isAll ? 'less' : 'more')}
        </button>
      )}
    </>
  );
}
