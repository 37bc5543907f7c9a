import { useSyncExternalStore } from 'react';

export const PHONE = '(max-width: 767px)';

/** Whether a media query holds; the component renders again when this changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
