import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { AssistantPage } from '../components/assistant-page.tsx';
import { promptsQuery } from '../prompts/prompts-queries.ts';
import { traceOfTrial } from '../turns/trace-data.ts';
import { TraceView } from '../turns/trace-view.tsx';
import type { TryAnswer, TryMessage } from '../assistant-types.ts';
import { TryChat } from './components/try-chat.tsx';
import { TryComposer } from './components/try-composer.tsx';
import type { TryLine } from './try-line.ts';
import { tryAssistant } from './try-queries.ts';
import classes from './try.module.css';

const route = getRouteApi('/staff/assistant/try');

/** A chat with the assistant that shows how each answer comes about. Nothing is sent or booked. */
export function TryPage() {
  const { t } = useTranslation('assistant');
  const { prompt } = route.useSearch();
  const [lines, setLines] = useState<readonly TryLine[]>([]);
  const [chosen, setChosen] = useState<TryAnswer>();
  const ask = useMutation({
    mutationFn: (said: readonly TryLine[]) =>
      tryAssistant({
        messages: said.filter(({ text }) => text !== '').map(toMessage),
        ...(prompt === undefined ? {} : { prompt_id: prompt }),
      }),
    onSuccess: (answer, said) => {
      setLines([...said, { from: 'assistant', text: answer.reply, answer }]);
      setChosen(answer);
    },
  });
  const say = (text: string) => {
    const said: TryLine[] = [...lines, { from: 'customer', text }];
    setLines(said);
    ask.mutate(said);
  };
  const restart = () => {
    ask.reset();
    setLines([]);
    setChosen(undefined);
  };
  return (
    <AssistantPage isWide>
      <div className={classes.columns}>
        <section className={classes.phone} aria-label={t('tabs.try')}>
          <div className={classes.bar}>
            <PromptChoice onChange={restart} />
            <Button size="xs" variant="default" disabled={lines.length === 0} onClick={restart}>
              {t('try.restart')}
            </Button>
          </div>
          <TryChat
            lines={lines}
            isThinking={ask.isPending}
            chosen={chosen}
            onChoose={setChosen}
            onTap={ask.isPending ? undefined : say}
          />
          <FormError error={ask.error} />
          <TryComposer isWaiting={ask.isPending} onSay={say} />
        </section>
        <section className={classes.trace} aria-label={t('try.trace')}>
          <h2 className={classes.title}>{t('try.trace')}</h2>
          {chosen ? <TraceView trace={traceOfTrial(chosen)} /> : <p className={classes.hint}>{t('try.traceHint')}</p>}
        </section>
      </div>
    </AssistantPage>
  );
}

const toMessage = ({ from, text }: TryLine): TryMessage => ({
  role: from === 'customer' ? 'user' : 'assistant',
  content: text,
});

/** The version of the prompt that answers. */
function PromptChoice({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation('assistant');
  const { prompt = '' } = route.useSearch();
  const navigate = useNavigate();
  const { data: prompts = [] } = useQuery(promptsQuery);
  const choose = (id: string) => {
    onChange();
    void navigate({ to: '/assistant/try', search: id === '' ? {} : { prompt: id }, replace: true });
  };
  return (
    <select
      className={classes.select}
      aria-label={t('try.prompt')}
      value={prompt}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{t('try.published')}</option>
      {prompts
        .filter(({ status }) => status !== 'published')
        .map(({ _id, number, status }) => (
          <option key={_id} value={_id}>
            {t('prompts.version', { number })} ({t(`prompts.status.${status}`)})
          </option>
        ))}
    </select>
  );
}
