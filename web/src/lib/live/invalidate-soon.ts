import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from '#web/lib/query-client.ts';

const READ_AGAIN_MS = 300;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads the queries of a key again, once for all calls within 300 ms. */
export function invalidateSoon(queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  if (timers.has(name)) return;
  timers.set(
    name,
    setTimeout(() => {
      timers.delete(name);
      void queryClient.invalidateQueries({ queryKey });
    }, READ_AGAIN_MS),
  );
}
