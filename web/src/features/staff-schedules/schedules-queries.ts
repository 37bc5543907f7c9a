import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Schedule = Schemas['StaffScheduleDto'];
export type ScheduleFields = Schemas['PutScheduleDto'];

/** No live event reports a change. */
const FRESH_MS = 60_000;

/** The working hours of all people who have some. */
export const schedulesQuery = queryOptions({
  queryKey: ['staff-schedules'] as const,
  staleTime: FRESH_MS,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/staff-schedules', { params: { query } }))),
});

/**
 * Stores the working hours of a person.
 *
 * @param known the schedule as it was read; the change is refused if a colleague has changed it since
 */
export async function putSchedule(staffId: string, known: Schedule | undefined, body: ScheduleFields): Promise<void> {
  const params = { path: { staff_id: staffId }, ...(known && { header: { 'If-Match': `"${known.version}"` } }) };
  const readAgain = () => queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
  await call(api.PUT('/api/v1/staff-schedules/{staff_id}', { params, body })).finally(readAgain);
}
