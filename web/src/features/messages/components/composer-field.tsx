import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { focusList } from '#web/features/conversations/focus-list.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { addFiles } from '../add-files.ts';
import type { Mode } from '../draft-book.ts';
import { type Suggestion, useSuggestions } from '../use-suggestions.ts';
import type { FieldControl } from '../use-composer-field.ts';
import { NoCannedReplies } from './no-canned-replies.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import classes from './composer.module.css';

interface ComposerFieldProps {
  field: FieldControl;
  mode: Mode;
  row: Row;
  text: string;
  isBlocked: boolean;
  canSend: boolean;
  onSend: () => void;
  /** Opens the choice of a later time; undefined for a note. */
  onLater: (() => void) | undefined;
  /** The first thing that Esc does; without it Esc leaves the field. */
  onEscape: (() => void) | undefined;
}

/** The text field with its suggestions, and the button that sends. */
export function ComposerField({
  field,
  mode,
  row,
  text,
  isBlocked,
  canSend,
  onSend,
  onLater,
  onEscape,
}: ComposerFieldProps) {
  const { t } = useTranslation('messages');
  const { data: me } = useQuery(meQuery);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const asked = useSuggestions({ text, caret, mode, row });
  const { word, suggestions, hasNoReplies, isLoading, place, setPlace, close } = asked;
  const isOpen = suggestions.length > 0;

  const take = (suggestion: Suggestion | undefined) => {
    if (!word || !suggestion) return;
    field.insert(suggestion.inserts, word.start);
    close();
  };
  const onSuggestionKey = (key: string): boolean => {
    if (hasNoReplies && key === 'Escape') {
      close();
      return true;
    }
    // The shortcut itself must not be sent.
    if (isLoading && key === 'Enter') return true;
    if (!isOpen) return false;
    if (key === 'ArrowDown') setPlace((place + 1) % suggestions.length);
    else if (key === 'ArrowUp') setPlace((place + suggestions.length - 1) % suggestions.length);
    else if (key === 'Enter' || key === 'Tab') take(suggestions[place]);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that confirms the candidate of an input method must not send. Older Safari reports it as key code 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (onSuggestionKey(event.key)) return event.preventDefault();
    if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      return onEscape();
    }
    if (event.key === 'Escape') {
      event.currentTarget.blur();
      focusList();
    }
    if (event.key !== 'Enter') return;
    const enterSends = me?.preferences.enter_sends !== false && !matchMedia('(pointer: coarse)').matches;
    if (event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey)) {
      event.preventDefault();
      onSend();
    }
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (mode !== 'reply' || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    addFiles(row, event.clipboardData.files);
  };

  return (
    <div className={classes.field}>
      {isOpen && (
        <SuggestionList id={listId} suggestions={suggestions} place={place} onPlace={setPlace} onTake={take} />
      )}
      {hasNoReplies && <NoCannedReplies />}
      <textarea
        ref={field.ref}
        className={classes.text}
        aria-label={t(`composer.${mode}`)}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, place) : undefined}
        placeholder={t(`composer.${mode}Hint`)}
        value={text}
        rows={3}
        disabled={isBlocked}
        onChange={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart);
          field.change(currentTarget.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {onLater && (
        <button
          type="button"
          className={classes.tool}
          aria-label={t('later.title')}
          title={t('later.title')}
          disabled={!canSend}
          onClick={onLater}
        >
          <IconClock size={20} stroke={1.75} aria-hidden />
        </button>
      )}
      <Button size="sm" className={classes.send} onClick={onSend} disabled={!canSend}>
        {t(mode === 'note' ? 'composer.addNote' : 'composer.send')}
      </Button>
    </div>
  );
}
