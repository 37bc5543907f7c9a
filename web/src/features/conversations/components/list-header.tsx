import { IconChecks, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useOpenSearch } from '#web/features/search/open-search.ts';
import { useCounts, useLabelCounts } from '../counts-query.ts';
import { labelViewOf, type ListQuery, VIEWS } from '../inbox-views.ts';
import { useLabels } from '../labels-query.ts';
import { chooseWhole } from '../selection.ts';
import { useViewName } from '../use-view-name.ts';
import classes from './list-header.module.css';

const TYPING_PAUSE_MS = 250;

/** Above the list: the view on narrow screens, the search, the filter of unread ones. All of it is in the address. */
export function ListHeader({ query }: { query: ListQuery }) {
  const { t } = useTranslation(['inbox', 'common']);
  const openSearch = useOpenSearch();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const labels = useLabels();
  const counts = { ...useCounts(), ...useLabelCounts(labels.map(({ _id }) => labelViewOf(_id))) };
  const withCount = (name: string, view: string) => (counts[view] ? `${name} (${counts[view].open})` : name);
  const viewName = useViewName(query.view);
  const [words, setWords] = useState(query.q ?? '');

  useAction({ id: 'inbox.search', label: t('search'), run: () => input.current?.focus() });

  useEffect(() => {
    if (words === (query.q ?? '')) return;
    const timer = setTimeout(
      () =>
        void navigate({
          to: '.',
          search: (filters) => ({ ...filters, q: words === '' ? undefined : words }),
          replace: true,
        }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [words, query.q, navigate]);

  const toggleUnread = () =>
    void navigate({
      to: '.',
      search: (filters) => ({ ...filters, unread: filters.unread ? undefined : (true as const) }),
    });

  return (
    <header className={classes.header}>
      <select
        className={classes.view}
        aria-label={t('views.title')}
        value={query.view}
        onChange={({ currentTarget: { value } }) => void navigate({ to: '/inbox/$view', params: { view: value } })}
      >
        {VIEWS.map((view) => (
          <option key={view} value={view}>
            {withCount(t(`views.${view}`), view)}
          </option>
        ))}
        {labels.length > 0 && (
          <optgroup label={t('labels')}>
            {labels.map(({ _id, name }) => (
              <option key={_id} value={labelViewOf(_id)}>
                {withCount(name, labelViewOf(_id))}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <h2 className={classes.title}>{viewName}</h2>
      <button
        type="button"
        className={classes.icon}
        aria-label={t('selectAll')}
        title={t('selectAll')}
        onClick={chooseWhole}
      >
        <IconChecks size={20} aria-hidden />
      </button>
      <button type="button" className={classes.chip} aria-pressed={query.unread === true} onClick={toggleUnread}>
        {t('filters.unread')}
      </button>
      <div className={classes.search}>
        <IconSearch size={16} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            else if (event.key === 'Enter' && !event.nativeEvent.isComposing) openSearch(words);
          }}
        />
        <button
          type="button"
          className={classes.everything}
          aria-label={t('common:searchEverything')}
          onClick={() => openSearch(words)}
        >
          {t('everything')}
        </button>
      </div>
    </header>
  );
}
