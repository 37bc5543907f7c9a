/** The id of the list's scroll box. */
export const LIST_ID = 'conversation-list';

/** Moves the focus to the list if it is visible. */
export function focusList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}
