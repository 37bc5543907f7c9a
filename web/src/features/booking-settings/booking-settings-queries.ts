import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type BookingSettings = Schemas['BookingSettingsDto'];
export type Size = BookingSettings['sizes'][number];

/** No live event reports a change. */
const FRESH_MS = 60_000;

export const bookingSettingsQuery = queryOptions({
  queryKey: ['booking-settings'] as const,
  staleTime: FRESH_MS,
  queryFn: () => call(api.GET('/api/v1/booking-settings')),
});

/** Changes the settings as they were read. */
export async function changeBookingSettings(
  { version }: BookingSettings,
  body: Schemas['UpdateBookingSettingsDto'],
): Promise<BookingSettings> {
  const params = { header: { 'If-Match': `"${version}"` } };
  const readAgain = () => queryClient.invalidateQueries({ queryKey: bookingSettingsQuery.queryKey });
  return call(api.PATCH('/api/v1/booking-settings', { params, body })).finally(readAgain);
}
