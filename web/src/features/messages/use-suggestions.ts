import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCannedReplies } from '#web/features/canned-replies/canned-replies-queries.ts';
import { fillVariables } from '#web/features/canned-replies/fill-variables.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { folded } from '#web/lib/folded.ts';
import { meQuery } from '#web/lib/session/session.ts';
import type { Mode } from './draft-book.ts';
import { type AskingWord, askingWord, startsWord } from './word-at-caret.ts';

/** A text that can replace the word at the caret. */
export interface Suggestion {
  key: string;
  label: string;
  hint: string;
  inserts: string;
}

const MAX_SUGGESTIONS = 8;

interface Writing {
  text: string;
  caret: number;
  mode: Mode;
  row: Row;
}

/**
 * Canned replies after a `/`, and colleagues after an `@` in a note. Esc closes the list until the next such word.
 * `hasNoReplies`: the word begins with `/`, and the company has no canned replies. `isLoading`: they are still read.
 */
export function useSuggestions({ text, caret, mode, row }: Writing) {
  const [closedAt, setClosedAt] = useState<number>();
  const [place, setPlace] = useState(0);
  const asking = askingWord(text, caret);
  const word = asking && asking.start !== closedAt ? asking : undefined;
  if (!asking && closedAt !== undefined) setClosedAt(undefined);

  const colleagues = useMentions(word, mode);
  const { replies, hasNoReplies, isLoading } = useReplies(word, row);
  const suggestions = [...colleagues, ...replies].slice(0, MAX_SUGGESTIONS);
  const close = () => {
    setClosedAt(word?.start);
    setPlace(0);
  };
  const shownPlace = Math.min(place, Math.max(suggestions.length - 1, 0));
  return { word, suggestions, hasNoReplies, isLoading, place: shownPlace, setPlace, close };
}

function useMentions(word: AskingWord | undefined, mode: Mode): Suggestion[] {
  const { data: me } = useQuery(meQuery);
  const colleagues = useColleagues().filter(({ _id }) => _id !== me?._id);
  if (word?.sign !== '@' || mode !== 'note') return [];
  const found = colleagues.filter(({ full_name }) => startsWord(full_name, word.query));
  // A whole name is a mention already: Enter sends the note.
  if (found.every(({ full_name }) => folded(full_name) === folded(word.query))) return [];
  return found.map(({ _id, full_name, email }) => ({
    key: _id,
    label: full_name,
    hint: email,
    inserts: `@${full_name} `,
  }));
}

function useReplies(word: AskingWord | undefined, { contact, pets }: Row) {
  const { t } = useTranslation('messages');
  const { data: me } = useQuery(meQuery);
  const { data: known, isLoading } = useCannedReplies(word?.sign === '/');
  if (word?.sign !== '/') return { replies: [], hasNoReplies: false, isLoading: false };
  const values = {
    'contact.name': contact.full_name,
    'pet.name': pets[0]?.name ?? t('yourPet'),
    'user.name': me?.full_name ?? '',
  };
  const replies = (known ?? [])
    .filter(({ shortcut, title }) => startsWord(shortcut, word.query) || startsWord(title, word.query))
    .map(({ _id, shortcut, title, text }) => {
      const inserts = fillVariables(text, values);
      return { key: _id, label: `/${shortcut}`, hint: `${title} · ${inserts}`, inserts };
    });
  return { replies, hasNoReplies: known?.length === 0, isLoading };
}
