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

/** The newest deliveries of a webhook. */
export const deliveriesQuery = (id: string, status: DeliveryStatus | undefined) => ({
  queryKey: [...webhookKeys.deliveries(id), status ?? 'all'] as const,
  queryFn: async (): Promise<Delivery[]> => {
    const query = { limit: PAGE, ...(status && { status }) };
    const path = { id };
    return (await call(api.GET('/api/v1/integrations/webhooks/{id}/deliveries', { params: { path, query } }))).items;
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
  const path = { id, deliveryId };
  await call(api.POST('/api/v1/integrations/webhooks/{id}/deliveries/{deliveryId}/replay', { params: { path } }));
  await queryClient.invalidateQueries({ queryKey: webhookKeys.deliveries(id) });
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
