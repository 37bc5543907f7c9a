import { useEffect, useEffectEvent, useRef } from 'react';
import { toastError } from '#web/lib/toast.ts';

/** Loads the next page when the reader comes near the first or last loaded message, one page at a time. */
export function useLoadAhead(isNear: boolean, place: number, load: () => Promise<void>): void {
  const isLoading = useRef(false);
  const loadLatest = useEffectEvent(load);

  useEffect(() => {
    if (!isNear || isLoading.current) return;
    isLoading.current = true;
    loadLatest()
      .catch(toastError)
      .finally(() => (isLoading.current = false));
  }, [isNear, place]);
}
