import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { foundQuery } from '../knowledge-queries.ts';
import classes from '../knowledge.module.css';

const MAX_QUESTION_LENGTH = 500;
const PERCENT = 100;

/** Shows what would be found for a question of a customer, with its score, or that nothing would be. */
export function TryQuestion() {
  const { t } = useTranslation('knowledge');
  const [words, setWords] = useState('');
  const [question, setQuestion] = useState('');
  const { data: found, error } = useQuery(foundQuery(question));
  const percent = (score: number): number => Math.round(score * PERCENT);
  return (
    <div>
      <form
        className={classes.ask}
        onSubmit={(event) => {
          event.preventDefault();
          setQuestion(words.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={t('try.question')}
          placeholder={t('try.example')}
          value={words}
          maxLength={MAX_QUESTION_LENGTH}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={words.trim() === ''}>
          {t('try.submit')}
        </Button>
      </form>
      <FormError error={error} />
      {question !== '' && found && (
        <div role="status" className={classes.found}>
          {found.abstained && (
            <p className={classes.abstained}>
              {t('try.abstained', { score: percent(found.top_score), needed: percent(found.min_score) })}
            </p>
          )}
          <ol className={classes.snippets}>
            {found.snippets.map(({ id, title, text, score, source }) => (
              <li key={id} className={classes.snippet}>
                <Link to="/assistant/knowledge/$id" params={{ id: source.article_id }} className={classes.source}>
                  {title}
                </Link>
                <span className={classes.score}>{t('try.score', { score: percent(score) })}</span>
                <p className={classes.text}>{text}</p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
