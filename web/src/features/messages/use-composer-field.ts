import { useLayoutEffect, useRef } from 'react';

/** The text field of the composer: what may be done with it from outside. */
export interface FieldControl {
  ref: React.RefObject<HTMLTextAreaElement | null>;
  focus: () => void;
  change: (text: string) => void;
  /** Puts a text in the place of a part of the words, else at the caret, and leaves the caret behind it. */
  insert: (text: string, from?: number) => void;
}

export function useComposerField(text: string, change: (text: string) => void): FieldControl {
  const ref = useRef<HTMLTextAreaElement>(null);
  const caretAfterChange = useRef<number>(null);

  useLayoutEffect(() => {
    const caret = caretAfterChange.current;
    if (caret === null) return;
    caretAfterChange.current = null;
    ref.current?.focus();
    ref.current?.setSelectionRange(caret, caret);
  }, [text]);

  return {
    ref,
    focus: () => ref.current?.focus(),
    change,
    insert(inserted, from) {
      const { selectionStart: start = text.length, selectionEnd: end = text.length } = ref.current ?? {};
      const begin = from ?? start;
      caretAfterChange.current = begin + inserted.length;
      change(text.slice(0, begin) + inserted + text.slice(end));
    },
  };
}
