import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { WaitlistFilter } from './waitlist-search.ts';

export type WaitlistRow = Schemas['WaitlistRowDto'];
export type WaitWindow = Schemas['WaitWindowDto'];
/** The fields that a person sets; the API has defaults for the others. */
export type WaitlistFields = Partial<Schemas['CreateWaitlistEntryDto']> &
  Pick<Schemas['CreateWaitlistEntryDto'], 'contact_id' | 'service_id' | 'windows'>;

export const waitlistKey = ['waitlist'] as const;

/** `open`: entries that wait or have an offer. */
const STATES = { open: ['offered', 'waiting'], booked: ['booked'], expired: ['expired'] } as const;

/** All entries of a filter, the oldest first. */
export const waitlistQuery = (filter: WaitlistFilter) =>
  queryOptions({
    queryKey: [...waitlistKey, 'rows', filter] as const,
    queryFn: async (): Promise<WaitlistRow[]> => {
      await liveReady();
      const lists = STATES[filter].map((state) =>
        allPages((page) => call(api.GET('/api/v1/waitlist', { params: { query: { ...page, state } } }))),
      );
      // An entry may get its offer between the two answers.
      return [...new Map((await Promise.all(lists)).flat().map((row) => [row._id, row])).values()];
    },
  });

/** How many entries wait, and how many have an offer. */
export const waitlistCountsQuery = queryOptions({
  queryKey: [...waitlistKey, 'counts'] as const,
  queryFn: async () => {
    await liveReady();
    return call(api.GET('/api/v1/waitlist/counts'));
  },
});

export async function addToWaitlist(fields: WaitlistFields): Promise<void> {
  // The generated type demands the fields that have defaults.
  await call(api.POST('/api/v1/waitlist', { body: fields as Schemas['CreateWaitlistEntryDto'] }));
  await readWaitlistAgain();
}

export async function removeFromWaitlist(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/waitlist/{id}', { params: { path: { id } } })).finally(readWaitlistAgain);
}

/** Books the offered time. */
export async function acceptOffer(id: string): Promise<void> {
  await call(api.POST('/api/v1/waitlist/{id}/accept', { params: { path: { id } } })).finally(readWaitlistAgain);
}

/** The entry waits on; the next entry gets the time. */
export async function declineOffer(id: string): Promise<void> {
  await call(api.POST('/api/v1/waitlist/{id}/decline', { params: { path: { id } } })).finally(readWaitlistAgain);
}

export const readWaitlistAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: waitlistKey });
