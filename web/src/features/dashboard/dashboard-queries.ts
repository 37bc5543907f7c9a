import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { addDays, dateOf, timeSettings } from '#web/lib/time/company-time.ts';

export type Today = Schemas['DashboardTodayDto'];
export type Arrival = Schemas['DiaryAppointmentDto'];
export type Stats = Schemas['DashboardStatsDto'];

const READ_AGAIN_MS = 30_000;

export const dashboardKeys = { today: ['dashboard', 'today'] as const, stats: ['dashboard', 'stats'] as const };

/** What is to do today. Live events make it new; the interval is for what the clock alone changes. */
export const todayQuery = {
  queryKey: dashboardKeys.today,
  queryFn: (): Promise<Today> => call(api.GET('/api/v1/dashboard/today')),
  refetchInterval: READ_AGAIN_MS,
};

/** The figures of the last days, today included. */
export const statsQuery = (days: number) => ({
  queryKey: [...dashboardKeys.stats, days] as const,
  queryFn: (): Promise<Stats> => {
    const to = dateOf(Date.now(), timeSettings.get());
    const query = { from: addDays(to, 1 - days), to };
    return call(api.GET('/api/v1/dashboard/stats', { params: { query } }));
  },
  refetchInterval: READ_AGAIN_MS,
});
