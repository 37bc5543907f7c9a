import { localStorageColorSchemeManager } from '@mantine/core';

/** Keeps the colour scheme of this browser; public/color-scheme.js reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'pb-color-scheme' });
