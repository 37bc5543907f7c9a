import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { AppConfig } from '../../../core/config/index.js';
import { AllowedHosts, postOnce } from '../../../core/outbound/index.js';
import { isPushEndpoint } from './push-endpoints.js';
import type { PushSubscription } from './schemas/push-subscription.schema.js';
import { VapidKeysService } from './vapid-keys.service.js';

/** A push service keeps a push for a device that is switched off. An older notification is of no use. */
export const PUSH_TTL_SECONDS = 3_600;
const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 1_024;
const MAX_TOPIC_LENGTH = 32;
const GONE: readonly number[] = [404, 410];
const TOO_MANY = 429;

/** What the service worker shows. */
export interface PushNotice {
  title: string;
  body: string;
  /** A path of the staff app. */
  url: string;
  /** A later push with the same tag replaces an earlier one, at the push service and on the device. */
  tag: string;
}

/** `gone`: the browser has no such subscription any more. `refused`: another attempt cannot help. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

/** Encrypts pushes (RFC 8291) and sends them to push services. */
@Injectable()
export class PushSender {
  private readonly allowed: AllowedHosts;
  private readonly subject: string;

  constructor(
    private readonly keys: VapidKeysService,
    config: AppConfig,
  ) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
    this.subject = subjectOf(config);
  }

  mayCall(endpoint: string): boolean {
    return isPushEndpoint(endpoint, this.allowed);
  }

  /** @throws Error for a passing failure: the push may be sent again */
  async send({ endpoint, keys }: PushSubscription, notice: PushNotice, signal: AbortSignal): Promise<PushOutcome> {
    if (!this.mayCall(endpoint)) return 'refused';
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, JSON.stringify(notice), {
      vapidDetails: { subject: this.subject, ...(await this.keys.get()) },
      TTL: PUSH_TTL_SECONDS,
      urgency: 'high',
      topic: topicOf(notice.tag),
    });
    const texts = Object.entries(headers as Record<string, unknown>).map(([name, value]) => [name, String(value)]);
    const { status, text } = await postOnce(endpoint, {
      headers: Object.fromEntries(texts) as Record<string, string>,
      body: body ?? '',
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAX_RESPONSE_BYTES,
      allowed: this.allowed,
      signal,
    });
    if (status >= 200 && status < 300) return 'sent';
    if (GONE.includes(status)) return 'gone';
    if (status === TOO_MANY || status >= 500)
      throw new Error(`The push service answered with status ${status}: ${text}`);
    return 'refused';
  }
}

function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, MAX_TOPIC_LENGTH);
}

/** How a push service can reach the operator: the public address of the app, or the sender of its mails. */
function subjectOf({ frontendUrl, mailFrom }: AppConfig): string {
  if (frontendUrl.startsWith('https:')) return frontendUrl;
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}
