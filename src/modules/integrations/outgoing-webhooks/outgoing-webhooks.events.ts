import type { WebhookDeliveryDto } from './dto/webhook-delivery.dto.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'webhook:delivery': { endpointId: string; delivery: WebhookDeliveryDto };
  }
}
