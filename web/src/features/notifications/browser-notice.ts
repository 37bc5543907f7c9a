import { inOneTab } from './sound.ts';

/** `unsupported`: the page is not served by https, or the browser has no notifications. */
export type Permission = NotificationPermission | 'unsupported';

const isSupported = (): boolean => 'Notification' in window && window.isSecureContext;

export const browserPermission = (): Permission => (isSupported() ? Notification.permission : 'unsupported');

/** Asks the user once; the browser remembers the answer. */
export const askPermission = async (): Promise<Permission> =>
  isSupported() ? Notification.requestPermission() : 'unsupported';

/**
 * Shows a notification of the browser.
 * @param key a later notification with the same key replaces it
 */
export function showBrowserNotice(text: string, key: string, open: (() => void) | undefined): void {
  if (browserPermission() !== 'granted') return;
  inOneTab(`pb-notice-${key}`, () => {
    try {
      const shown = new Notification('PetBuddy', { body: text, tag: key, icon: '/icon.svg' });
      shown.onclick = () => {
        window.focus();
        open?.();
        shown.close();
      };
    } catch {
      // Chrome on Android allows notifications from a service worker only.
    }
  });
}
