import type { Suggestion } from '../use-suggestions.ts';
import classes from './suggestion-list.module.css';

export const optionId = (listId: string, place: number): string => `${listId}-${place}`;

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  place: number;
  onPlace: (place: number) => void;
  onTake: (suggestion: Suggestion) => void;
}

/** The suggestions for the word at the caret. The text field handles the keys. */
export function SuggestionList({ id, suggestions, place, onPlace, onTake }: SuggestionListProps) {
  return (
    <ul id={id} role="listbox" className={classes.list}>
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === place}
          className={classes.option}
          onPointerMove={() => onPlace(index)}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className={classes.label}>{suggestion.label}</span>
          {suggestion.hint && <span className={classes.hint}>{suggestion.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
