import { useEffect } from 'react';
import { actionOf } from './actions.ts';
import { KeyMatcher } from './key-matcher.ts';

const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Runs the actions of the keys, for the life of the shell. `enabled` false leaves only those with Ctrl or Cmd. */
export function useKeyboard(enabled: boolean): void {
  useEffect(() => {
    const matcher = new KeyMatcher();
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      // A dialog or menu has the keyboard for itself; so has an input method that composes a character.
      if (event.defaultPrevented || event.isComposing || target.closest('[role=dialog],[role=menu]')) return;
      const id = matcher.match({
        key: event.key,
        mod: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        inInput: !enabled || target.matches(FIELDS),
        repeat: event.repeat,
        at: event.timeStamp,
      });
      const action = id && actionOf(id);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
