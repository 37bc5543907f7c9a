import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { keepSearch, useRecentSearches } from '../recent-searches.ts';
import { type Hit, hitsOf, stepped } from '../search-lines.ts';
import { useFound } from '../use-found.ts';
import { useOpenHit } from '../use-open-hit.ts';
import { HitList } from './hit-list.tsx';
import classes from './search-box.module.css';

interface SearchBoxProps {
  /** The words to begin with. */
  initial: string;
  /** Called with the words of each search. */
  onSearch?: (words: string) => void;
  /** Called before a hit is opened. */
  onOpen?: () => void;
}

/** The field of the search over everything, and what is found, by keyboard and pointer. */
export function SearchBox({ initial, onSearch, onOpen }: SearchBoxProps) {
  const { t } = useTranslation('search');
  const listId = useId();
  const [words, setWords] = useState(initial);
  const { q, found, isCurrent, error, refetch, searchNow } = useFound(words);
  const recent = useRecentSearches();
  const openHit = useOpenHit();
  const hits = found ? hitsOf(found) : [];
  const isEmpty = words.trim() === '';
  const count = isEmpty ? recent.length : hits.length;
  const [chosen, setChosen] = useState({ q, place: 0 });
  const place = chosen.q === q ? Math.min(chosen.place, Math.max(0, count - 1)) : 0;
  const choose = (next: number) => setChosen({ q, place: next });

  useEffect(() => {
    onSearch?.(q);
  }, [q, onSearch]);

  const open = (hit: Hit) => {
    keepSearch(q);
    onOpen?.();
    openHit(hit);
  };
  const take = () => {
    const hit = hits[place];
    if (isEmpty) setWords(recent[place] ?? '');
    else if (!isCurrent) searchNow();
    else if (hit) open(hit);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) take();
    else choose(stepped(place, step, count));
  };

  return (
    <>
      <label className={classes.field}>
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <input
          autoFocus
          data-autofocus
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={100}
          role="combobox"
          aria-label={t('title')}
          aria-expanded={count > 0}
          aria-controls={listId}
          aria-activedescendant={count > 0 ? `${listId}-${place}` : undefined}
          placeholder={t('hint')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="pb-visually-hidden" role="status">
        {isCurrent && !isEmpty ? t('found', { count }) : ''}
      </p>
      <div className={classes.results} aria-busy={!isEmpty && !isCurrent && !error}>
        {isEmpty ? (
          <RecentList id={listId} recent={recent} place={place} onChoose={choose} onTake={setWords} />
        ) : error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : isCurrent && count === 0 ? (
          <EmptyState title={t('nothing', { words: q })} text={t('nothingHint')} />
        ) : (
          <HitList id={listId} hits={hits} place={place} onChoose={choose} onOpen={open} />
        )}
      </div>
    </>
  );
}

interface RecentListProps {
  id: string;
  recent: readonly string[];
  place: number;
  onChoose: (place: number) => void;
  onTake: (words: string) => void;
}

function RecentList({ id, recent, place, onChoose, onTake }: RecentListProps) {
  const { t } = useTranslation('search');
  if (recent.length === 0) return <p className={classes.hint}>{t('emptyHint')}</p>;
  return (
    <div id={id} role="listbox" aria-label={t('recent')}>
      <p className={classes.heading} aria-hidden>
        {t('recent')}
      </p>
      {recent.map((words, index) => (
        <div
          key={words}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === place}
          className={classes.line}
          onClick={() => onTake(words)}
          onPointerMove={() => onChoose(index)}
        >
          <IconHistory size={20} stroke={1.75} aria-hidden /> {words}
        </div>
      ))}
    </div>
  );
}
