import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Webhook = Schemas['WebhookEndpointDto'];
export type Delivery = Schemas['WebhookDeliveryDto'];
export type DeliveryStatus = Delivery['status'];

const PAGE = 50;

const webhookKeys = {
  all: ['webhooks'] as const,
  deliveries: (id: string) => ['webhook-deliveries', id] as const,
};

/** The webhooks of the company, the oldest first. */
export const webhooksQuery = {
  queryKey: webhookKeys.all,
  queryFn: async (): Promise<Webhook[]> => (await call(api.GET('/api/v1/integrations/webhooks'))).items,
};

/** The kinds of events that a webhook can get. */
export const webhookKindsQuery = {
  queryKey: ['webhook-kinds'] as const,
  queryFn: async () => (await call(api.GET('/api/v1/integrations/webhooks/events'))).items,
};

/** The deliveries of a webhook, page by page, the newest first. */
export const deliveriesQuery = (id: string, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: [...webhookKeys.deliveries(id), status ?? 'all'] as const,
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: PAGE, ...(status && { status }), ...(cursor !== null && { cursor }) };
      return call(api.GET('/api/v1/integrations/webhooks/{id}/deliveries', { params: { path: { id }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** One delivery with the body that was sent. */
export const deliveryQuery = (id: string, deliveryId: string) => ({
  queryKey: [...webhookKeys.deliveries(id), 'details', deliveryId] as const,
  queryFn: () => {
    const params = { path: { id, deliveryId } };
    return call(api.GET('/api/v1/integrations/webhooks/{id}/deliveries/{deliveryId}', { params }));
  },
});

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: webhookKeys.all });

export async function createWebhook(body: Schemas['CreateWebhookDto']): Promise<Schemas['WebhookSecretDto']> {
  const made = await call(api.POST('/api/v1/integrations/webhooks', { body }));
  void readAgain();
  return made;
}

export async function changeWebhook(id: string, body: Schemas['UpdateWebhookDto']): Promise<void> {
  await call(api.PATCH('/api/v1/integrations/webhooks/{id}', { params: { path: { id } }, body }));
  await readAgain();
}

export async function deleteWebhook(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/integrations/webhooks/{id}', { params: { path: { id } } }));
  await readAgain();
}

export const rotateSecret = (id: string): Promise<Schemas['WebhookSecretDto']> =>
  call(api.POST('/api/v1/integrations/webhooks/{id}/rotate-secret', { params: { path: { id } } }));

/** Sends a test now; the answer says what came of it. */
export async function testWebhook(id: string): Promise<Delivery> {
  const delivery = await call(api.POST('/api/v1/integrations/webhooks/{id}/test', { params: { path: { id } } }));
  void queryClient.invalidateQueries({ queryKey: webhookKeys.deliveries(id) });
  return delivery;
}

export async function replayDelivery(id: string, deliveryId: string): Promise<void> {
  await replayDeliveries(id, [deliveryId]);
}

/** Sends deliveries again, one after another. @returns the number of sent ones */
export async function replayDeliveries(id: string, deliveryIds: readonly string[]): Promise<number> {
  for (const deliveryId of deliveryIds) {
    const path = { id, deliveryId };
    await call(api.POST('/api/v1/integrations/webhooks/{id}/deliveries/{deliveryId}/replay', { params: { path } }));
  }
  await queryClient.invalidateQueries({ queryKey: webhookKeys.deliveries(id) });
  return deliveryIds.length;
}

export async function replaySince(id: string, since: string): Promise<number> {
  const params = { path: { id } };
  const { replayed } = await call(api.POST('/api/v1/integrations/webhooks/{id}/replay', { params, body: { since } }));
  void queryClient.invalidateQueries({ queryKey: webhookKeys.deliveries(id) });
  return replayed;
}

onEvent('integration:updated', ({ integration }) => {
  if (integration.kind === 'outgoing_webhook') invalidateSoon(webhookKeys.all);
});
onEvent('webhook:delivery', ({ endpointId }) => invalidateSoon(webhookKeys.deliveries(endpointId)));
