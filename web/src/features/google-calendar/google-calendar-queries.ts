import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type GoogleCalendar = Schemas['GoogleCalendarDto'];
export type StaffCalendar = Schemas['GoogleStaffCalendarDto'];
export type CalendarChoice = Schemas['GoogleCalendarChoiceDto'];
export type GoogleConflict = Schemas['GoogleConflictDto'];
export type Direction = StaffCalendar['direction'];
export type EditMode = GoogleCalendar['edits'];

export const DIRECTIONS: readonly Direction[] = ['both', 'push', 'pull'];
export const EDIT_MODES: readonly EditMode[] = ['accept', 'restore'];

/** No live event reports a synchronisation. */
const WAITING_POLL_MS = 2_000;
const IDLE_POLL_MS = 30_000;
const key = ['google-calendar'] as const;

/** How the company is connected. @param isWaiting whether a synchronisation that was asked for still runs */
export const googleCalendarQuery = (isWaiting: (calendar: GoogleCalendar) => boolean) =>
  queryOptions({
    queryKey: [...key, 'connection'] as const,
    queryFn: () => call(api.GET('/api/v1/google-calendar')),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isWaiting(data) ? WAITING_POLL_MS : IDLE_POLL_MS),
  });

/** The calendars of the connected account, asked from Google. */
export const calendarChoicesQuery = queryOptions({
  queryKey: [...key, 'calendars'] as const,
  queryFn: async (): Promise<CalendarChoice[]> => (await call(api.GET('/api/v1/google-calendar/calendars'))).items,
  staleTime: 0,
});

export const googleConflictsQuery = queryOptions({
  queryKey: [...key, 'conflicts'] as const,
  queryFn: async (): Promise<GoogleConflict[]> => (await call(api.GET('/api/v1/google-calendar/conflicts'))).items,
  staleTime: 0,
  refetchInterval: IDLE_POLL_MS,
});

/** Leaves the page for the log-in at Google, which leads back to this page. */
export async function logInAtGoogle(): Promise<void> {
  const { url } = await call(api.GET('/api/v1/google-calendar/oauth/url'));
  window.location.assign(url);
}

/** @throws ApiError if the account may not write to the calendar as the direction needs it */
export async function linkStaff(staff_id: string, body: Schemas['PutStaffCalendarDto']): Promise<void> {
  const params = { path: { staff_id } };
  await call(api.PUT('/api/v1/google-calendar/staff/{staff_id}', { params, body })).finally(readAgain);
}

export async function unlinkStaff(staff_id: string): Promise<void> {
  const params = { path: { staff_id } };
  await call(api.DELETE('/api/v1/google-calendar/staff/{staff_id}', { params })).finally(readAgain);
}

export async function setEdits(edits: EditMode): Promise<void> {
  await call(api.PUT('/api/v1/google-calendar', { body: { edits } })).finally(readAgain);
}

export async function syncNow(): Promise<void> {
  await call(api.POST('/api/v1/google-calendar/sync')).finally(readAgain);
}

export async function disconnectGoogle(): Promise<void> {
  await call(api.POST('/api/v1/google-calendar/disconnect')).finally(readAgain);
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: key });
