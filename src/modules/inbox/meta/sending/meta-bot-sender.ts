import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import {
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { AppConfig } from '../../../../core/config/index.js';
import type { Message } from '../../message-log/index.js';
import {
  type MessageSender,
  numberedText,
  piecesOf,
  type NoticeTarget,
  SEND_DEADLINE_MS,
  type SendCommand,
  type SendFailure,
  sendFailure,
  type SendPart,
  type SendResult,
  statusFailure,
  transportFailure,
} from '../../message-sending/index.js';
import { GraphSender } from './graph-sender.js';

const NAME = 'Meta Bot';
const PATHS = { facebook: '/chat/manual-facebook', instagram: '/chat/manual-instagram' } as const;
const FAILURES_TO_OPEN = 5;
const OPEN_FOR_MS = 10_000;
const MAX_COMPANIES_IN_MEMORY = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const CIRCUIT_OPEN = sendFailure('CIRCUIT_OPEN', { message: `${NAME} unreachable` });

/** Sends by the Meta bot (`META_BOT_BASE_URL`), behind a circuit breaker for each company. */
@Injectable()
export class MetaBotSender implements MessageSender {
  readonly isRepeatable = true;
  private readonly breakers = new LRUCache<string, CircuitBreakerPolicy>({ max: MAX_COMPANIES_IN_MEMORY });

  constructor(
    private readonly http: HttpService,
    private readonly config: AppConfig,
    private readonly graph: GraphSender,
  ) {}

  toParts(message: Message): readonly SendPart[] {
    const { attachments } = message;
    // The bot's API has no buttons and no lists.
    return [{ text: numberedText(message), attachments, pieceIndexes: [...piecesOf(message).keys()] }];
  }

  async send(command: SendCommand, signal: AbortSignal): Promise<SendResult> {
    try {
      return await this.breakerOf(command.channel.scope.id).execute(() => this.call(command, signal));
    } catch (error) {
      if (isBrokenCircuitError(error)) return CIRCUIT_OPEN;
      throw error;
    }
  }

  /** The bot has no read marks, so they go to Meta directly. */
  markRead(notice: NoticeTarget): Promise<void> {
    return this.graph.markRead(notice);
  }

  /** As for read marks. */
  showTyping(notice: NoticeTarget): Promise<void> {
    return this.graph.showTyping(notice);
  }

  private async call(command: SendCommand, signal: AbortSignal): Promise<SendResult> {
    const { message, part, channel, recipientId, accessToken, idempotencyKey } = command;
    const body = {
      company_id: message.company_id.toHexString(),
      customer_id: message.contact_id.toHexString(),
      platform: message.platform,
      content: part.text ?? '',
      attachments: part.attachments.map(({ type, url, file_description }) => ({ type, url, file_description })),
      access_token: accessToken,
      customer_social_id: recipientId,
    };
    const path = PATHS[channel.platform as keyof typeof PATHS];
    try {
      const answer = await this.http.axiosRef.post<unknown>(`${this.config.metaBotBaseUrl}${path}`, body, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(SEND_DEADLINE_MS)]),
        headers: { 'idempotency-key': idempotencyKey },
        maxContentLength: MAX_ANSWER_BYTES,
        maxRedirects: 0,
        validateStatus: () => true,
      });
      const retryAfter = answer.headers['retry-after'] as string | undefined;
      return answer.status < 300 ? accepted(answer.data) : statusFailure(answer.status, retryAfter);
    } catch (error) {
      return transportFailure(error, NAME);
    }
  }

  private breakerOf(companyId: string): CircuitBreakerPolicy {
    const known = this.breakers.get(companyId);
    if (known) return known;
    const isDown = handleWhenResult(
      (result) => (result as SendResult).outcome !== 'sent' && isOutage(result as SendFailure),
    );
    const breaker = circuitBreaker(isDown, {
      halfOpenAfter: OPEN_FOR_MS,
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    });
    this.breakers.set(companyId, breaker);
    return breaker;
  }
}

function isOutage({ code }: SendFailure): boolean {
  return ['UNREACHABLE', 'TIMED_OUT', 'BROKEN_OFF', 'SERVER_ERROR'].includes(code);
}

/** The body of the answer is optional; it may have a message id. */
function accepted(data: unknown): SendResult {
  const { message_id: id } = (typeof data === 'object' && data !== null ? data : {}) as { message_id?: unknown };
  return typeof id === 'string' && id ? { outcome: 'sent', externalId: id } : { outcome: 'sent' };
}
