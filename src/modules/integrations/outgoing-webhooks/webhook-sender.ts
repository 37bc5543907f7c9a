import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { AllowedHosts, postOnce, UnsafeUrlError } from '../../../core/outbound/index.js';
import { SecretBox } from '../../../core/security/index.js';
import type { DeliveryAttempt, WebhookDelivery } from './schemas/webhook-delivery.schema.js';
import { previousSecretPlace, secretPlace, type WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { ATTEMPT_TIMEOUT_MS, MAX_RESPONSE_BYTES } from './webhook-limits.js';
import { signedHeaders } from './webhook-signer.js';

export type SentEvent = Pick<WebhookDelivery, 'event_id' | 'event' | 'seq' | 'occurred_at' | 'data' | 'company_id'>;

/** Sends one signed request to an endpoint. */
@Injectable()
export class WebhookSender {
  private readonly allowed: AllowedHosts;

  constructor(
    private readonly secrets: SecretBox,
    config: AppConfig,
  ) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
  }

  /** @param signal aborts the request; then it throws, and nothing is known about the outcome */
  async send(endpoint: WebhookEndpoint, event: SentEvent, signal?: AbortSignal): Promise<DeliveryAttempt> {
    const at = new Date();
    const startedAt = performance.now();
    const result = (answer: Pick<DeliveryAttempt, 'response_status' | 'response_body' | 'error'>): DeliveryAttempt => ({
      at,
      duration_ms: Math.round(performance.now() - startedAt),
      ...answer,
    });
    try {
      const body = bodyOf(event);
      const { status, text } = await postOnce(endpoint.url, {
        headers: signedHeaders(event.event_id, body, this.secretsOf(endpoint, at), at.getTime()),
        body,
        timeoutMs: ATTEMPT_TIMEOUT_MS,
        maxResponseBytes: MAX_RESPONSE_BYTES,
        allowed: this.allowed,
        ...(signal && { signal }),
      });
      return result({ response_status: status, response_body: text, error: failureOf(status) });
    } catch (error) {
      if (signal?.aborted) throw error;
      return result({ response_status: null, response_body: '', error: wordsOf(error as Error) });
    }
  }

  private secretsOf(endpoint: WebhookEndpoint, now: Date): string[] {
    const { secret, previous_secret, previous_secret_until } = endpoint;
    const current = this.secrets.open(secret, secretPlace(endpoint));
    const isRotating = previous_secret !== null && previous_secret_until !== null && previous_secret_until > now;
    return isRotating ? [current, this.secrets.open(previous_secret, previousSecretPlace(endpoint))] : [current];
  }
}

/** The body of a webhook as JSON. */
export function bodyOf({ event, seq, occurred_at, company_id, data }: SentEvent): string {
  return JSON.stringify({ type: event, timestamp: occurred_at, company_id, seq, data });
}

function failureOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `The endpoint redirects (status ${status}); enter its final address`;
  return `The endpoint answered with status ${status}; it must answer with 200 to 299`;
}

const CONNECTION_FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The endpoint refused the connection; check that it is running',
  ECONNRESET: 'The endpoint closed the connection without an answer',
  ENOTFOUND: 'The host name of the address does not exist; check the address',
  EAI_AGAIN: 'The host name of the address could not be resolved',
};

function wordsOf(error: Error & { code?: string }): string {
  if (error instanceof UnsafeUrlError) return `${error.message}; use an address on the public internet`;
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `The endpoint did not answer within ${ATTEMPT_TIMEOUT_MS / 1_000} s`;
  return CONNECTION_FAILURES[error.code ?? ''] ?? `The connection failed: ${error.code ?? error.message}`;
}
