import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { ChannelDirectory } from '../../channels/index.js';
import { GraphClient } from '../graph/graph-client.js';
import { type GraphError, graphFailure } from '../graph/graph-error-table.js';
import { GraphRefusal } from '../graph/graph-errors.js';
import { GraphRoutes, messagesPath } from '../graph/graph-routes.js';
import { readUsage } from '../graph/usage-headers.js';
import type { Message } from '../../message-log/index.js';
import {
  type MessageSender,
  type NoticeTarget,
  SEND_DEADLINE_MS,
  type SendCommand,
  sendFailure,
  type SendPart,
  type SendResult,
  statusFailure,
  transportFailure,
} from '../../message-sending/index.js';
import {
  graphParts,
  messengerBody,
  readBody,
  type Template,
  templateBody,
  typingBody,
  whatsappBody,
} from './graph-body.js';

const NAME = 'Meta';
const MAX_ANSWER_BYTES = 256 * 1024;

type Sender = Pick<SendCommand, 'channel' | 'accessToken' | 'sealedToken'>;

interface GraphAnswer {
  message_id?: string;
  messages?: { id?: string }[];
  error?: GraphError;
}

/** Sends by Meta's own API: Messenger, Instagram and WhatsApp Cloud. */
@Injectable()
export class GraphSender implements MessageSender {
  readonly isRepeatable = false;
  private readonly logger = new Logger(GraphSender.name);

  constructor(
    private readonly http: HttpService,
    private readonly routes: GraphRoutes,
    private readonly graph: GraphClient,
    private readonly channels: ChannelDirectory,
  ) {}

  toParts(message: Message): readonly SendPart[] {
    return graphParts(message);
  }

  async send(command: SendCommand, signal: AbortSignal): Promise<SendResult> {
    const body = command.channel.platform === 'whatsapp' ? whatsappBody(command) : messengerBody(command);
    return this.post(command, body, AbortSignal.any([signal, AbortSignal.timeout(SEND_DEADLINE_MS)]));
  }

  /** @throws GraphUnreachable */
  markRead(notice: NoticeTarget): Promise<void> {
    return this.tell(notice, readBody(notice));
  }

  /** @throws GraphUnreachable */
  showTyping(notice: NoticeTarget): Promise<void> {
    return this.tell(notice, typingBody(notice));
  }

  /** With a template a business may write first. Never throws for a refusal. */
  sendTemplate(sender: Sender, phone: string, template: Template): Promise<SendResult> {
    return this.post(sender, templateBody(phone, template), AbortSignal.timeout(SEND_DEADLINE_MS));
  }

  private async tell({ channel, accessToken }: NoticeTarget, body: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await this.graph.act(messagesPath(channel, accessToken), accessToken, body);
    } catch (error) {
      // The window is closed or the person is gone.
      if (!(error instanceof GraphRefusal)) throw error;
      this.logger.debug(`channel ${channel._id} refuses a read mark or a typing sign: ${error.message}`);
    }
  }

  private async post(
    sender: Sender,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<SendResult> {
    const { channel, accessToken } = sender;
    const { url, params, headers } = this.routes.to(messagesPath(channel, accessToken), accessToken);
    try {
      const answer = await this.http.axiosRef.post<GraphAnswer | undefined>(url, body, {
        signal,
        params,
        headers,
        maxContentLength: MAX_ANSWER_BYTES,
        maxRedirects: 0,
        validateStatus: () => true,
      });
      const result = await this.resultOf(sender, answer.status, answer.data);
      const usage = readUsage(answer.headers);
      return usage ? { ...result, usage } : result;
    } catch (error) {
      return transportFailure(error, NAME);
    }
  }

  private async resultOf(sender: Sender, status: number, answer: GraphAnswer | undefined): Promise<SendResult> {
    if (answer?.error) return this.refused(sender, answer.error);
    return status < 300 ? accepted(answer) : statusFailure(status, undefined);
  }

  private async refused({ channel, sealedToken }: Sender, error: GraphError): Promise<SendResult> {
    const failure = graphFailure(error);
    if (failure.class === 'auth') {
      const { code, message } = failure;
      const isCurrent = await this.channels.reportAuthError({ channel, sealed_token: sealedToken }, { code, message });
      return isCurrent ? failure : sendFailure('TOKEN_REPLACED');
    }
    return failure;
  }
}

/** Without an id of the provider the result is unknown. */
function accepted(answer: GraphAnswer | undefined): SendResult {
  const externalId = answer?.message_id ?? answer?.messages?.[0]?.id;
  if (externalId) return { outcome: 'sent', externalId };
  return sendFailure('NO_MESSAGE_ID', { message: 'Meta gave no message id' });
}
