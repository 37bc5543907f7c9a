import { Webhook } from 'standardwebhooks';
import type { webhooks } from './api-types.js';

type BodyOf<Kind extends keyof webhooks> = webhooks[Kind]['post']['requestBody']['content']['application/json'];

/** An event that PetBuddy sends to a webhook. Its `type` tells the kinds apart. */
export type WebhookEvent = { [Kind in keyof webhooks]: BodyOf<Kind> }[keyof webhooks];

/**
 * Checks the signature and the time of a webhook request.
 *
 * @param secret `whsec_…`
 * @param body the text exactly as it came
 * @param headers the headers of the request
 * @throws WebhookVerificationError
 */
export function verifyWebhook(
  secret: string,
  body: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): WebhookEvent {
  const known = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]),
  );
  return new Webhook(secret).verify(body, known) as WebhookEvent;
}
