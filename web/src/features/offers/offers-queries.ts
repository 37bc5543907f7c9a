import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Offer = Schemas['OfferDto'];
export type OfferBody = Schemas['PreviewOfferDto'];

const offerKey = (conversationId: string) => ['offers', conversationId] as const;

/** The newest offer of a conversation; null without one. */
export const newestOfferQuery = (id: string) =>
  queryOptions({
    queryKey: offerKey(id),
    // Always stale, because live events are followed only after this chunk is loaded.
    staleTime: 0,
    queryFn: async (): Promise<Offer | null> => {
      const params = { path: { id }, query: { limit: 1 } };
      return (await call(api.GET('/api/v1/conversations/{id}/offers', { params }))).items[0] ?? null;
    },
  });

/** What the customer would get. Times that are not named are picked by the server. */
export const offerPreviewQuery = (id: string, body: OfferBody) =>
  queryOptions({
    queryKey: ['offer-preview', id, body] as const,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    queryFn: () => call(api.POST('/api/v1/conversations/{id}/offers/preview', { params: { path: { id } }, body })),
  });

/** @param client_key stays the same over retries, so the times are sent once */
export async function sendOffer(id: string, body: OfferBody, client_key: string): Promise<void> {
  const params = { path: { id } };
  const { offer } = await call(
    api.POST('/api/v1/conversations/{id}/offers', { params, body: { ...body, client_key } }),
  );
  queryClient.setQueryData(newestOfferQuery(id).queryKey, offer);
}

export async function withdrawOffer({ conversation_id: id, _id: offerId }: Offer): Promise<void> {
  const params = { path: { id, offerId } };
  try {
    await call(api.POST('/api/v1/conversations/{id}/offers/{offerId}/withdraw', { params }));
  } finally {
    void queryClient.invalidateQueries({ queryKey: offerKey(id) });
  }
}

onEvent('offer:updated', ({ conversationId }) => {
  void queryClient.invalidateQueries({ queryKey: offerKey(conversationId) });
});
