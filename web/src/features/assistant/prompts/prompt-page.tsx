import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { AssistantPage } from '../components/assistant-page.tsx';
import type { Prompt } from '../assistant-types.ts';
import { DiffView } from './components/diff-view.tsx';
import { PromptActions } from './components/prompt-actions.tsx';
import { PromptEditor, type PromptTexts } from './components/prompt-editor.tsx';
import { PromptStatus } from './components/prompt-status.tsx';
import { UnsavedPrompt } from './components/unsaved-prompt.tsx';
import { ReplayCard } from './components/replay-card.tsx';
import { changePrompt, promptsQuery } from './prompts-queries.ts';
import classes from './prompts.module.css';

const route = getRouteApi('/staff/assistant/prompts/$id');

/** One version: its text, the differences to the published one, and its answers to the last conversations. */
export function PromptPage() {
  const { t } = useTranslation('assistant');
  const { id } = route.useParams();
  const { data: prompts, error, refetch } = useQuery(promptsQuery);
  const prompt = prompts?.find(({ _id }) => _id === id);
  if (prompt) {
    const published = prompts?.find(({ status }) => status === 'published');
    return <Version key={id} prompt={prompt} published={published} />;
  }
  return (
    <AssistantPage>
      {error && !prompts && <Failure error={error} onRetry={() => void refetch()} />}
      {prompts && (
        <EmptyState title={t('prompts.gone')}>
          <Link to="/assistant/prompts">{t('prompts.back')}</Link>
        </EmptyState>
      )}
    </AssistantPage>
  );
}

function Version({ prompt, published }: { prompt: Prompt; published: Prompt | undefined }) {
  const { t } = useTranslation('assistant');
  const isManager = useIsManager();
  const stored: PromptTexts = { text: prompt.text, note: prompt.note ?? '' };
  const [texts, setTexts] = useState(stored);
  const isEditable = isManager && prompt.status === 'draft';
  const isChanged = texts.text !== stored.text || texts.note !== stored.note;
  const save = async () => {
    if (isEditable && isChanged) await changePrompt(prompt, { text: texts.text, note: texts.note.trim() || null });
  };
  return (
    <AssistantPage
      isWide
      actions={isManager && <PromptActions prompt={prompt} isEmpty={texts.text.trim() === ''} save={save} />}
    >
      <div className={classes.title}>
        <Link to="/assistant/prompts" className={classes.back}>
          {t('prompts.back')}
        </Link>
        <h2 className={classes.heading}>
          {t('prompts.version', { number: prompt.number })} <PromptStatus status={prompt.status} />
        </h2>
      </div>
      <div className={classes.columns}>
        {isEditable ? (
          <PromptEditor texts={texts} isChanged={isChanged} onChange={setTexts} save={save} />
        ) : (
          <Card title={t('prompts.words')} {...(prompt.note ? { text: prompt.note } : {})}>
            <p className={classes.words}>{prompt.text}</p>
          </Card>
        )}
        <DiffView prompt={{ ...prompt, text: texts.text }} published={published} />
      </div>
      {isManager && <ReplayCard prompt={prompt} save={save} />}
      {isEditable && <UnsavedPrompt isChanged={isChanged} />}
    </AssistantPage>
  );
}
