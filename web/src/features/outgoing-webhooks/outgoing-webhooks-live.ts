import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { webhookKeys } from './outgoing-webhooks-queries.ts';

/** Reads webhooks and their deliveries again when something happened to them. Call it once. */
export function followWebhooks(): void {
  onEvent('integration:updated', ({ integration }) => {
    if (integration.kind === 'outgoing_webhook') invalidateSoon(webhookKeys.all);
  });
  onEvent('webhook:delivery', ({ endpointId }) => invalidateSoon(webhookKeys.deliveries(endpointId)));
}
