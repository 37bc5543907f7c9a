import { useEffect, useRef } from 'react';
import { toastError } from '#web/lib/toast.ts';
import { loadOlder } from './messages-queries.ts';

/** So many lines before the oldest one is reached, older ones are asked for. */
const LOAD_AHEAD_ENTRIES = 15;

/** Loads older messages while the reader comes near the oldest one. */
export function useLoadOlder(id: string, hasOlder: boolean, firstShown: number): void {
  const loading = useRef(false);
  const isNear = hasOlder && firstShown <= LOAD_AHEAD_ENTRIES;

  useEffect(() => {
    if (!isNear || loading.current) return;
    loading.current = true;
    loadOlder(id)
      .catch(toastError)
      .finally(() => (loading.current = false));
  }, [id, isNear, firstShown]);
}
