/** The id of the list's scroll box. */
export const LIST_ID = 'conversation-list';

/** Moves the focus to the list, where it is shown. */
export function focusList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}
