import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { costWords } from '#web/features/assistant/cost-words.ts';
import { useTurnWords } from '#web/features/assistant/turns/use-turn-words.ts';
import type { Prompt, Replay } from '#web/features/assistant/assistant-types.ts';
import { lastReplayOf, replayQuery, startReplay } from '../prompts-queries.ts';
import classes from '../prompts.module.css';
import { ReplayRows } from './replay-rows.tsx';

const route = getRouteApi('/staff/assistant/prompts/$id');

interface ReplayCardProps {
  prompt: Prompt;
  /** Saves what was typed. */
  save: () => Promise<void>;
}

/** Lets this version answer the last conversations again, and compares. Nothing is sent. */
export function ReplayCard({ prompt: { _id: id }, save }: ReplayCardProps) {
  const { t } = useTranslation('assistant');
  const navigate = useNavigate();
  const { replay: shown = lastReplayOf(id) } = route.useSearch();
  const start = useMutation({
    mutationFn: async () => {
      await save();
      return startReplay(id);
    },
    onSuccess: ({ _id: replay }) =>
      navigate({ to: '/assistant/prompts/$id', params: { id }, search: { replay }, replace: true }),
  });
  const query = useQuery({ ...replayQuery(shown ?? ''), enabled: shown !== undefined });
  const replay = shown === undefined ? undefined : query.data;
  const isRunning = replay?.status === 'running';
  return (
    <Card title={t('replay.title')} text={t('replay.text')}>
      <FormError error={start.error ?? query.error} />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
        loading={start.isPending}
        disabled={isRunning}
        onClick={() => start.mutate()}
      >
        {t(replay ? 'replay.again' : 'replay.start')}
      </Button>
      {replay && <Outcome replay={replay} />}
    </Card>
  );
}

function Outcome({ replay }: { replay: Replay }) {
  const { t } = useTranslation('assistant');
  const { locale } = useTimeSettings();
  const words = useTurnWords();
  const [isAll, setAll] = useState(false);
  const { status, done, total, rows, cents, code } = replay;
  const different = rows.filter(({ is_same }) => !is_same);
  return (
    <>
      <div role="status" className={classes.progress}>
        {status === 'running' && t('replay.running', { done, total })}
        {status === 'failed' && (
          <span className={classes.failed}>{t('replay.failed', { reason: words.code(code ?? '') })}</span>
        )}
        {status === 'done' &&
          (total === 0
            ? t('replay.nothing')
            : t('replay.done', { total, different: different.length, cost: costWords(cents, locale) }))}
      </div>
      {status === 'running' && (
        <progress className={classes.bar} max={Math.max(total, 1)} value={done} aria-label={t('replay.title')} />
      )}
      {rows.length > 0 && (
        <label className={classes.check}>
          <input type="checkbox" checked={isAll} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
          {t('replay.showSame', { count: rows.length - different.length })}
        </label>
      )}
      <ReplayRows rows={isAll ? rows : different} />
    </>
  );
}
