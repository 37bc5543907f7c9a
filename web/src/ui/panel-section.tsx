import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import classes from './panel-section.module.css';

interface PanelSectionProps<T> {
  title: string;
  /** A button beside the title. */
  action?: ReactNode;
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** A part of a panel with its own data: a skeleton while it loads, and the error with a button to try again. */
export function PanelSection<T>({ title, action, query, children }: PanelSectionProps<T>) {
  const { t } = useTranslation();
  const titleId = useId();
  const { data, error, refetch } = query;
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <header className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {title}
        </h3>
        {action}
      </header>
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <p className={classes.error} role="alert">
          {errorWords(error)}{' '}
          <button type="button" className={classes.retry} onClick={() => void refetch()}>
            {t('failed.again')}
          </button>
        </p>
      ) : (
        <div className={classes.skeleton} aria-hidden />
      )}
    </section>
  );
}
