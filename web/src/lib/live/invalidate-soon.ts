import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from '#web/lib/query-client.ts';

const READ_AGAIN_MS = 300;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads what is shown under the key again. Many events within 300 ms, for example those of a merge, lead to one reading. */
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
