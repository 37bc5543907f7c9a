import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../../core/errors/index.js';
import { objectOf } from '../../../../core/json/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { ChannelDirectory } from '../../channels/index.js';
import { type Message, MessagesRepository } from '../../message-log/index.js';
import {
  CHANNEL_DISCONNECTED,
  type MessageSender,
  type NoticeTarget,
  SEND_DEADLINE_MS,
  type SendCommand,
  sendFailure,
  type SendPart,
  type SendResult,
} from '../../message-sending/index.js';
import { WahaClient } from '../client/waha-client.js';
import { isWahaError, WahaRefusal } from '../client/waha-errors.js';
import { WahaHttp, type WahaServer } from '../client/waha-http.js';
import { WahaConnectionService } from '../connection/waha-connection.service.js';
import { chatOf, fullMessageId, isHiddenId, readMessageId } from '../mapping/waha-ids.js';
import { SessionWatcher } from '../sessions/session-watcher.service.js';
import { WhatsappSessionsRepository } from '../sessions/whatsapp-sessions.repository.js';
import { sessionNotFound } from '../waha.errors.js';
import { wahaMessage, wahaParts } from './waha-body.js';
import { callFailure, refusalOf } from './waha-failure.js';

const MAX_CHATS_IN_MEMORY = 50_000;
const CHAT_TTL_MS = 24 * 3_600_000;
const UNAUTHORIZED = [401, 403];
const KEY_REFUSED = { code: 'WAHA_KEY_REFUSED', message: 'The WAHA server refuses the key. Enter it again' };

interface Place {
  readonly server: WahaServer;
  /** The name of the session there. */
  readonly session: string;
}

/** Sends by the WAHA server of the company. */
@Injectable()
export class WahaSender implements MessageSender {
  readonly isRepeatable = false;
  private readonly logger = new Logger(WahaSender.name);
  /** The chats of customers that WhatsApp knows. */
  private readonly chats = new LRUCache<string, string>({ max: MAX_CHATS_IN_MEMORY, ttl: CHAT_TTL_MS });

  constructor(
    private readonly http: WahaHttp,
    private readonly client: WahaClient,
    private readonly connections: WahaConnectionService,
    private readonly sessions: WhatsappSessionsRepository,
    private readonly messages: MessagesRepository,
    private readonly channels: ChannelDirectory,
    private readonly watcher: SessionWatcher,
  ) {}

  toParts(message: Message): readonly SendPart[] {
    return wahaParts(message);
  }

  async send(command: SendCommand): Promise<SendResult> {
    const { channel } = command;
    try {
      const place = await this.placeOf(channel);
      const chat = await this.chatOf(place, command);
      if (chat === null) return sendFailure('PERSON_NOT_FOUND', { message: 'This number has no WhatsApp' });
      return await this.post(place, command, chat);
    } catch (error) {
      // The server or the session was removed.
      if (error instanceof AppError) return CHANNEL_DISCONNECTED;
      if (error instanceof WahaRefusal)
        return this.refused(command, { status: error.status, json: { message: error.message } });
      // Only the question for the chat throws this, so nothing was sent.
      if (isWahaError(error)) return sendFailure('UNREACHABLE', { message: error.message });
      throw error;
    }
  }

  /** @throws WahaUnreachable */
  markRead(notice: NoticeTarget): Promise<void> {
    const messageIds = [fullMessageId(notice.externalId, notice.recipientId, false)];
    return this.tell(notice, '/api/sendSeen', { messageIds });
  }

  /** @throws WahaUnreachable */
  showTyping(notice: NoticeTarget): Promise<void> {
    return this.tell(notice, '/api/startTyping', {});
  }

  private async tell({ channel, recipientId }: NoticeTarget, path: string, more: object): Promise<void> {
    const { server, session } = await this.placeOf(channel);
    try {
      const body = { session, chatId: chatOf(recipientId), ...more };
      await this.http.call(server, { method: 'POST', path, body });
    } catch (error) {
      if (!(error instanceof WahaRefusal)) throw error;
      this.logger.debug(`channel ${channel._id} refuses a read mark or a typing sign: ${error.message}`);
    }
  }

  private async post({ server, session }: Place, command: SendCommand, chat: string): Promise<SendResult> {
    const { path, body } = wahaMessage(command, session, chat);
    let answer;
    try {
      answer = await this.http.send(server, { method: 'POST', path, body, timeoutMs: SEND_DEADLINE_MS });
    } catch (error) {
      return callFailure(error);
    }
    if (answer.status >= 300) return this.refused(command, answer);
    const id =
      readMessageId(objectOf(answer.json)['id']) ?? readMessageId(objectOf(objectOf(answer.json)['_data'])['id']);
    return id
      ? { outcome: 'sent', externalId: id.raw }
      : sendFailure('NO_MESSAGE_ID', { message: 'The WAHA server gave no message id' });
  }

  /**
   * A number that never wrote is looked up first: WhatsApp takes messages to a number that does not exist, and in
   * Brazil the chat may be without the ninth digit.
   */
  private async chatOf(
    { server, session }: Place,
    { channel, message, recipientId }: SendCommand,
  ): Promise<string | null> {
    if (isHiddenId(recipientId)) return recipientId;
    const key = `${channel._id}:${recipientId}`;
    const known = this.chats.get(key);
    if (known !== undefined) return known;
    const hasWritten = await this.messages.newestOfCustomer(channel.scope, message.conversation_id, message.seq);
    const chat = hasWritten ? chatOf(recipientId) : await this.client.chatOf(server, session, recipientId);
    if (chat !== null) this.chats.set(key, chat);
    return chat;
  }

  private async refused(
    { channel, sealedToken }: SendCommand,
    answer: { status: number; json: unknown },
  ): Promise<SendResult> {
    if (UNAUTHORIZED.includes(answer.status)) {
      await this.channels.reportAuthError({ channel, sealed_token: sealedToken }, KEY_REFUSED);
      return { ...CHANNEL_DISCONNECTED, details: KEY_REFUSED.message };
    }
    const failure = refusalOf(answer);
    if (failure.class === 'transient') await this.lookAt(channel);
    return failure;
  }

  /** @throws AppError WAHA_NOT_CONNECTED | NOT_FOUND */
  private async placeOf({ scope, external_id }: SendCommand['channel']): Promise<Place> {
    const session = await this.sessions.findByKey(external_id);
    if (!session) throw sessionNotFound();
    return { server: await this.connections.server(scope), session: session.session_name };
  }

  private async lookAt({ scope, _id }: SendCommand['channel']): Promise<void> {
    const session = await this.sessions.ofChannel(scope, toObjectId(_id));
    if (session) await this.watcher.request(session);
  }
}
