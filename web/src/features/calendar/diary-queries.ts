import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { timeSettings } from '#web/lib/time/company-time.ts';
import { type DayRange, instantsOf } from './calendar-days.ts';
import { type ChangedAppointment, type Diary, keepNewer, mergeIntoDiary } from './diary-merge.ts';

/** Events report every change; one that was lost is made up for when the user comes back after this time. */
const FRESH_MS = 60_000;

export const diaryKeys = {
  diaries: ['diary', 'days'] as const,
  counts: ['diary', 'counts'] as const,
};

/** All that the calendar shows of some days. */
export const diaryQuery = (range: DayRange) => {
  const queryKey = [...diaryKeys.diaries, range.from, range.to] as const;
  return queryOptions({
    queryKey,
    queryFn: async (): Promise<Diary> => {
      await liveReady();
      const read = await call(api.GET('/api/v1/appointments/diary', { params: { query: range } }));
      const { start } = instantsOf(range, timeSettings.get());
      return keepNewer(read, queryClient.getQueryData<Diary>(queryKey), start);
    },
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });
};

/** The number of appointments of each day. */
export const countsQuery = (range: DayRange) =>
  queryOptions({
    queryKey: [...diaryKeys.counts, range.from, range.to] as const,
    queryFn: async (): Promise<Schemas['DiaryDayDto'][]> => {
      await liveReady();
      return (await call(api.GET('/api/v1/appointments/diary/counts', { params: { query: range } }))).days;
    },
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });

/** Puts an appointment of an event or an answer into every loaded diary. */
export function storeInDiaries(changed: ChangedAppointment): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: diaryKeys.diaries })) {
    const [, , from, to] = query.queryKey as [string, string, string, string];
    const diary = query.state.data as Diary | undefined;
    // The answer that is on its way may be older than the event.
    if (query.state.fetchStatus === 'fetching') invalidateSoon(query.queryKey);
    if (!diary) continue;
    const period = instantsOf({ from, to }, timeSettings.get());
    const { diary: merged, lacksNames } = mergeIntoDiary(diary, changed, period);
    queryClient.setQueryData(query.queryKey, merged);
    if (lacksNames) invalidateSoon(query.queryKey);
  }
  invalidateSoon(diaryKeys.counts);
}
