import { errorWords } from './api/error-words.ts';
import { createStore } from './store.ts';

/** A short note at the edge of the screen, with a way back where there is one. */
export interface Toast {
  key: number;
  message: string;
  tone: 'plain' | 'error';
  undo?: (() => void) | undefined;
  /** Another choice beside the way back. */
  action?: { label: string; run: () => void } | undefined;
  /** Called by a click on the message. */
  open?: (() => void) | undefined;
  /** What the note is about. A newer note about the same thing takes its place. */
  about?: string | undefined;
}

const SHOWN_MS = 6_000;
const ERROR_SHOWN_MS = 10_000;
const MOST_SHOWN = 3;
/** Long enough to read, decide and reach the button. */
const ACTION_SHOWN_MS = 20_000;

export const toasts = createStore<readonly Toast[]>([]);
let lastKey = 0;
let areHeld = false;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Shows a note for a few seconds. The oldest note goes where there are too many. */
export function toast(fields: Omit<Toast, 'key' | 'tone'> & { tone?: Toast['tone'] }): void {
  const shown: Toast = { tone: 'plain', ...fields, key: ++lastKey };
  const older = toasts.get().find(({ about }) => about !== undefined && about === shown.about);
  if (older) dismissToast(older.key);
  toasts
    .get()
    .slice(0, -(MOST_SHOWN - 1))
    .forEach(({ key }) => dismissToast(key));
  toasts.set([...toasts.get(), shown]);
  if (!areHeld) startTimer(shown);
}

/** Shows why something failed. */
export function toastError(error: unknown): void {
  toast({ message: errorWords(error), tone: 'error' });
}

export function dismissToast(key: number): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  toasts.set(toasts.get().filter((shown) => shown.key !== key));
}

/** Keeps all toasts while the pointer or the focus is on them. */
export function holdToasts(): void {
  areHeld = true;
  timers.forEach((timer) => clearTimeout(timer));
  timers.clear();
}

/** Starts the full time of each toast again. */
export function releaseToasts(): void {
  if (!areHeld) return;
  areHeld = false;
  toasts.get().forEach(startTimer);
}

function startTimer({ key, tone, undo, open }: Toast): void {
  const shownMs = undo || open ? ACTION_SHOWN_MS : tone === 'error' ? ERROR_SHOWN_MS : SHOWN_MS;
  timers.set(
    key,
    setTimeout(() => dismissToast(key), shownMs),
  );
}
