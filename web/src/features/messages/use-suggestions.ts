import { useState } from 'react';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { useUsers } from '#web/features/users/users-queries.ts';
import type { Mode } from './drafts.ts';
import { askingWord, startsWord } from './word-at-caret.ts';

/** Something that can be put in the place of the word at the caret. */
export interface Suggestion {
  key: string;
  label: string;
  hint?: string;
  inserts: string;
}

const MAX_SUGGESTIONS = 8;

interface Writing {
  text: string;
  caret: number;
  mode: Mode;
  row: Row;
}

/** Colleagues after an `@` in a note. Esc closes the list until another word asks. */
export function useSuggestions({ text, caret, mode }: Writing) {
  const users = useUsers() ?? [];
  const [closedAt, setClosedAt] = useState<number>();
  const [place, setPlace] = useState(0);
  const asking = askingWord(text, caret);
  const word = asking && asking.start !== closedAt ? asking : undefined;
  if (!asking && closedAt !== undefined) setClosedAt(undefined);

  const found: Suggestion[] =
    word?.sign === '@' && mode === 'note'
      ? users
          .filter(({ full_name, state }) => state === 'active' && startsWord(full_name, word.query))
          .map(({ _id, full_name, email }) => ({ key: _id, label: full_name, hint: email, inserts: `@${full_name} ` }))
      : [];
  const suggestions = found.slice(0, MAX_SUGGESTIONS);
  const close = () => {
    setClosedAt(word?.start);
    setPlace(0);
  };
  return { word, suggestions, place: Math.min(place, Math.max(suggestions.length - 1, 0)), setPlace, close };
}
