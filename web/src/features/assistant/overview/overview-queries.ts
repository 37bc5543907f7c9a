import { queryOptions } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { addDays, dateOf, timeSettings } from '#web/lib/time/company-time.ts';

const READ_AGAIN_MS = 30_000;

/** The work of the assistant in the last days, today included. */
export const statsQuery = (days: number) =>
  queryOptions({
    queryKey: ['assistant', 'stats', days] as const,
    refetchInterval: READ_AGAIN_MS,
    queryFn: () => {
      const to = dateOf(Date.now(), timeSettings.get());
      const query = { from: addDays(to, 1 - days), to };
      return call(api.GET('/api/v1/assistant/stats', { params: { query } }));
    },
  });
