export const THEMES = ['light', 'dark', 'auto'] as const;

/** How the staff app looks and behaves for one person; the texts are {@link PREFERENCE_DESCRIPTIONS}. */
export interface Preferences {
  theme: (typeof THEMES)[number];
  keys_off: boolean;
  enter_sends: boolean;
}

/** For the documents of the API. */
export const PREFERENCE_DESCRIPTIONS: Readonly<Record<keyof Preferences, string>> = {
  theme: '`auto` follows the device',
  keys_off: 'Keyboard shortcuts are switched off',
  enter_sends: 'Enter sends a message; else it breaks the line',
};

export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
  theme: 'auto',
  keys_off: false,
  enter_sends: true,
};
