import { useEffect, useEffectEvent, useRef } from 'react';
import { toastError } from '#web/lib/toast.ts';

/** Loads more each time the reader comes near the edge of what is loaded, one page after the other. */
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
