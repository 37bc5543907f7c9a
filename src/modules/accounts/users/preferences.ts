export const THEMES = ['light', 'dark', 'auto'] as const;

/** How the staff app looks and behaves for one person. */
export interface Preferences {
  theme: (typeof THEMES)[number];
  /** Keyboard shortcuts are switched off. */
  keys_off: boolean;
  /** Enter sends a message, and Shift+Enter breaks the line. */
  enter_sends: boolean;
  /** New messages make a sound. */
  sound: boolean;
}

export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
  theme: 'auto',
  keys_off: false,
  enter_sends: true,
  sound: true,
};
