import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import classes from './filter-bar.module.css';

const TYPING_PAUSE_MS = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  /** It has the focus when its dialog opens. */
  isFirst?: boolean;
  /** Called with the words a moment after the last key. */
  onSearch: (words: string) => void;
}

/** The search field of a list. */
export function SearchField({ label, value, isFirst, onSearch }: SearchFieldProps) {
  const [words, setWords] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setWords(value);
  }
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (words.trim() === value) return;
    const timer = setTimeout(() => search(words.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, value]);
  return (
    <label className={classes.search}>
      <IconSearch size={16} aria-hidden />
      <input
        type="search"
        data-autofocus={isFirst}
        aria-label={label}
        placeholder={label}
        maxLength={100}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
    </label>
  );
}
