import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '#web/lib/api/api-error.ts';
import { errorWords, isShownByFields } from '#web/lib/api/error-words.ts';
import { Actions } from './actions.tsx';
import classes from './save-bar.module.css';

interface SaveBarProps {
  save: string;
  isPending: boolean;
  isChanged: boolean;
  /** A field is marked as wrong. */
  hasProblems: boolean;
  /** The refusal of the API. */
  error: unknown;
  onDiscard: () => void;
}

/** The end of a long form, always in sight: what is wrong, and the button that submits the form. */
export function SaveBar({ save, isPending, isChanged, hasProblems, error, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  const refusals = error ? refusalsOf(error) : [];
  const problems = hasProblems ? [t('checkFields')] : refusals;
  return (
    <div className={classes.bar}>
      <div role="alert">
        {problems.map((words) => (
          <p key={words} className={classes.problem}>
            {words}
          </p>
        ))}
      </div>
      <Actions>
        <Button type="submit" loading={isPending} disabled={!isChanged}>
          {save}
        </Button>
        {isChanged && (
          <Button variant="subtle" onClick={onDiscard}>
            {t('discard')}
          </Button>
        )}
      </Actions>
    </div>
  );
}

/** The API's own words for rules between fields, which have no translation. */
function refusalsOf(error: unknown): string[] {
  const { details } = error as Partial<ApiError>;
  if (!isShownByFields(error) || !Array.isArray(details)) return [errorWords(error)];
  return (details as { message: string }[]).map(({ message }) => message);
}
