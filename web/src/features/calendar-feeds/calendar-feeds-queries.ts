import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type CalendarFeed = Schemas['CalendarFeedDto'];

/** The feeds that the user may delete. */
export const calendarFeedsQuery = {
  queryKey: ['calendar-feeds'] as const,
  queryFn: async (): Promise<CalendarFeed[]> => (await call(api.GET('/api/v1/integrations/calendar-feeds'))).items,
  // Always stale, because no live event reports a colleague's change.
  staleTime: 0,
};

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: calendarFeedsQuery.queryKey });

export async function createCalendarFeed(
  body: Schemas['CreateCalendarFeedDto'],
): Promise<Schemas['CreatedCalendarFeedDto']> {
  const made = await call(api.POST('/api/v1/integrations/calendar-feeds', { body }));
  await readAgain();
  return made;
}

export async function deleteCalendarFeed(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/integrations/calendar-feeds/{id}', { params: { path: { id } } })).finally(readAgain);
}
