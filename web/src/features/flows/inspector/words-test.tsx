import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullTime, listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { useBuilder } from '../builder-context.ts';
import { testWords } from '../flows-queries.ts';
import classes from './words-test.module.css';

interface WordsTestProps {
  words: string[];
  pattern: string | undefined;
}

/** Shows which of the last messages of customers the words of a trigger would have matched. */
export function WordsTest({ words, pattern }: WordsTestProps) {
  const { t } = useTranslation('flows');
  const time = useTimeSettings();
  const { flow } = useBuilder();
  const test = useMutation({ mutationFn: () => testWords(flow._id, { words, ...(pattern && { pattern }) }) });
  const { matches = [], tested = 0 } = test.data ?? {};
  return (
    <section className={classes.test} aria-label={t('wordsTest.title')}>
      <Button
        variant="default"
        size="xs"
        disabled={words.length === 0 && !pattern}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('wordsTest.run')}
      </Button>
      <FormError error={test.error} />
      {test.data && (
        <>
          <p className={classes.sum} role="status">
            {tested === 0 ? t('wordsTest.noMessages') : t('wordsTest.sum', { count: matches.length, tested })}
          </p>
          <ul className={classes.list} aria-label={t('wordsTest.matches')}>
            {matches.map(({ _id, conversation_id, content, sent_at }) => (
              <li key={_id}>
                <Link to="/inbox/$view/$id" params={{ view: 'all', id: conversation_id }} className={classes.match}>
                  <span className={classes.words}>{content}</span>
                  <span className={classes.time} title={fullTime(sent_at, time)}>
                    {listTime(sent_at, time)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
