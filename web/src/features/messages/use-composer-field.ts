import { useLayoutEffect, useRef } from 'react';

/** The text field of the composer, with the actions that other parts use. */
export interface FieldControl {
  ref: React.RefObject<HTMLTextAreaElement | null>;
  focus: () => void;
  change: (text: string) => void;
  /** Replaces a part of the text, or inserts at the caret. The caret ends after the new text. */
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
