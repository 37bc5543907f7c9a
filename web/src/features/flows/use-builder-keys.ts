import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { fromText, toText } from './flow-clipboard.ts';
import type { FlowEditor } from './flow-editor.ts';
import { PALETTE_KEYS } from './new-node.ts';

const FIELDS = 'input, textarea, select, [contenteditable=true]';
const ELSEWHERE = '[role=dialog], [role=menu]';

/** Undo, redo, copy, paste, delete and the digits of the palette, outside of fields and dialogs. */
export function useBuilderKeys(editor: FlowEditor, isEditable: boolean): void {
  const { t } = useTranslation('flows');

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isForBuilder(event) || !isEditable) return;
    if (runKey(editor, event)) event.preventDefault();
  });
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const chosen = editor.copySelected();
    if (!isForBuilder(event) || chosen.nodes.length === 0 || String(getSelection()) !== '') return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', toText(chosen));
    toast({ message: t('copied', { count: chosen.nodes.length }) });
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const part = fromText(event.clipboardData?.getData('text/plain') ?? '');
    if (!isForBuilder(event) || !isEditable || !part) return;
    event.preventDefault();
    if (editor.paste(part) === 0) toast({ message: t('tooLarge'), tone: 'error' });
  });

  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    const copy = (event: ClipboardEvent) => onCopy(event);
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('keydown', keyDown);
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', keyDown);
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
}

function isForBuilder(event: Event): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  return !event.defaultPrevented && target.closest(`${FIELDS}, ${ELSEWHERE}`) === null;
}

/** Whether the key was one of the builder's. */
function runKey(editor: FlowEditor, event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  const name = key.toLowerCase();
  if (mod && name === 'z') return done(shiftKey ? editor.redo : editor.undo);
  if (mod && name === 'y') return done(editor.redo);
  if (mod && name === 'a') return done(() => editor.select(editor.graph.nodes.map(({ id }) => id)));
  if (mod && name === 'd') return done(() => editor.paste(editor.copySelected()));
  if (mod || altKey) return false;
  if (key === 'Delete' || key === 'Backspace') return done(() => editor.removeSelected());
  const kind = PALETTE_KEYS[key];
  return kind !== undefined && done(() => editor.add(kind));
}

function done(run: () => void): true {
  run();
  return true;
}
