import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { AssistantPage } from '../components/assistant-page.tsx';
import type { Prompt } from '../assistant-types.ts';
import { PromptStatus } from './components/prompt-status.tsx';
import { addPrompt, promptsQuery } from './prompts-queries.ts';
import classes from './prompts.module.css';

/** The versions of the text that tells the assistant how to sound. */
export function PromptsPage() {
  const { t } = useTranslation('assistant');
  const navigate = useNavigate();
  const isManager = useIsManager();
  const { data: prompts, error, refetch } = useQuery(promptsQuery);
  const published = prompts?.find(({ status }) => status === 'published');
  const add = useMutation({
    mutationFn: () => addPrompt(published?.text ?? t('prompts.starter')),
    onSuccess: ({ _id: id }) => navigate({ to: '/assistant/prompts/$id', params: { id } }),
    onError: toastError,
  });
  const isEmpty = prompts?.length === 0;
  const button = (
    <Button
      size="sm"
      leftSection={<IconPlus size={18} aria-hidden />}
      loading={add.isPending}
      onClick={() => add.mutate()}
    >
      {t(isEmpty ? 'prompts.first' : 'prompts.add')}
    </Button>
  );
  return (
    <AssistantPage actions={isManager && !isEmpty && prompts && button}>
      {error && !prompts && <Failure error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState title={t('prompts.none')} text={t(isManager ? 'prompts.noneText' : 'prompts.noneStaff')}>
          {isManager && button}
        </EmptyState>
      )}
      {prompts && !isEmpty && (
        <>
          <p className={classes.hint}>{t('prompts.text')}</p>
          <ol className={classes.list} aria-label={t('tabs.prompts')}>
            {prompts.map((prompt) => (
              <PromptRow key={prompt._id} prompt={prompt} />
            ))}
          </ol>
        </>
      )}
    </AssistantPage>
  );
}

function PromptRow({
  prompt: { _id: id, number, note, text, status, author, created_at, published_at },
}: {
  prompt: Prompt;
}) {
  const { t } = useTranslation('assistant');
  const time = useTimeSettings();
  const name = author?.full_name ?? t('prompts.somebody');
  return (
    <li className={classes.row}>
      <span className={classes.head}>
        <Link to="/assistant/prompts/$id" params={{ id }} className={classes.name}>
          {t('prompts.version', { number })}
        </Link>
        <PromptStatus status={status} />
      </span>
      <span className={classes.note}>{note ?? text}</span>
      <span className={classes.facts}>
        {published_at
          ? t('prompts.published', { name, time: listTime(published_at, time) })
          : t('prompts.created', { name, time: listTime(created_at, time) })}
      </span>
    </li>
  );
}
