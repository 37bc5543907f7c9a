import { errorWords } from './api/error-words.ts';
import { createStore } from './store.ts';

/** A short note at the edge of the screen, with a way back where there is one. */
export interface Toast {
  key: number;
  message: string;
  tone: 'plain' | 'error';
  undo?: (() => void) | undefined;
}

const SHOWN_MS = 6_000;
const ERROR_SHOWN_MS = 10_000;

export const toasts = createStore<readonly Toast[]>([]);
let lastKey = 0;

/** Shows a note for a few seconds. */
export function toast(fields: Pick<Toast, 'message' | 'undo'> & { tone?: Toast['tone'] }): void {
  const shown: Toast = { tone: 'plain', ...fields, key: ++lastKey };
  toasts.set([...toasts.get(), shown]);
  setTimeout(() => dismissToast(shown.key), shown.tone === 'error' ? ERROR_SHOWN_MS : SHOWN_MS);
}

/** Shows why something failed. */
export function toastError(error: unknown): void {
  toast({ message: errorWords(error), tone: 'error' });
}

export function dismissToast(key: number): void {
  toasts.set(toasts.get().filter((shown) => shown.key !== key));
}
