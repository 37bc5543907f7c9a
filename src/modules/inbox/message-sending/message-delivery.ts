import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ChannelCredentials, ChannelDirectory } from '../channels/index.js';
import { type Conversation, ConversationsRepository } from '../conversations/index.js';
import { AttachmentUrls, type Message, MessagesRepository } from '../message-log/index.js';
import { InboundBacklogs } from './inbound-backlogs.js';
import { correlationId } from './correlation.js';
import { fileToSend } from './file-limits.js';
import { CHANNEL_DISCONNECTED, CHANNEL_NOT_CONNECTED, sendFailure, WINDOW_CLOSED } from './send-failures.js';
import { knownIds } from './message-pieces.js';
import { MessageSenders } from './message-senders.js';
import { ReplyWindows } from './reply-windows.service.js';
import type { SendCommand, SendFailure, SendPart, SendResult } from './message-sender.js';

type CommandBase = Omit<SendCommand, 'part' | 'idempotencyKey' | 'correlationId' | 'needsHumanAgentTag'> & {
  readonly conversation: Conversation;
};

/** What the outbox does between the parts of a message. */
export interface PartHooks {
  /** Right before each call. @returns why the call must not be made */
  readonly beforePart: () => Promise<SendFailure | null>;
  /** After each part but the last, with the index of its last piece and the provider's id. */
  readonly onPartSent: (pieceIndex: number, externalId: string) => Promise<void>;
}

/** For all parts of one message. */
const ATTEMPT_DEADLINE_MS = 45_000;

/** Makes one try: finds the channel and the sender, and sends the parts that are not sent yet. */
@Injectable()
export class MessageDelivery {
  constructor(
    private readonly senders: MessageSenders,
    private readonly channels: ChannelDirectory,
    private readonly conversations: ConversationsRepository,
    private readonly backlogs: InboundBacklogs,
    private readonly urls: AttachmentUrls,
    private readonly messages: MessagesRepository,
    private readonly windows: ReplyWindows,
  ) {}

  /**
   * Stops before the next part after {@link ATTEMPT_DEADLINE_MS}; the next try sends the rest.
   * @returns the outcome, with the id of the last part when all are sent
   */
  async deliver(
    scope: CompanyScope,
    message: Message,
    signal: AbortSignal,
    { beforePart, onPartSent }: PartHooks,
  ): Promise<SendResult> {
    // A second barrier against sending notes.
    if (message.visibility !== 'public') throw new Error('an internal note reached the sending side');
    const command = await this.commandFor(scope, message);
    const sender = command && this.senders.find(command.channel);
    if (!command || !sender) return CHANNEL_NOT_CONNECTED;
    // The token may have been refused while this message waited.
    if (command.channel.state === 'needs_reconnect') return CHANNEL_DISCONNECTED;
    const right = await this.windows.rightOf(command.conversation, command.message, command.channel);
    if (!right.isAllowed) return WINDOW_CLOSED;
    const { needsHumanAgentTag } = right;
    const attachments = message.attachments.map((file) => fileToSend(command.channel, file));
    const parts = sender.toParts(this.urls.forSending({ ...message, attachments }));
    const messageId = message._id.toHexString();
    const deadline = performance.now() + ATTEMPT_DEADLINE_MS;
    let answer: SendResult = { outcome: 'sent' };
    for (const [index, part] of parts.entries()) {
      if (!sender.isRepeatable && isOut(message, part)) continue;
      if (performance.now() > deadline) return sendFailure('OUT_OF_TIME');
      const stopped = await beforePart();
      if (stopped) return stopped;
      const ids = {
        idempotencyKey: `${messageId}.${index}`,
        correlationId: correlationId(messageId, index, parts.length),
      };
      const result = await sender.send({ ...command, ...ids, needsHumanAgentTag, part }, signal);
      if (result.outcome !== 'sent') return result;
      const pieceIndex = part.pieceIndexes.at(-1);
      if (index === parts.length - 1) answer = result;
      else if (pieceIndex !== undefined && result.externalId) await onPartSent(pieceIndex, result.externalId);
    }
    return answer;
  }

  /** Whether the message may be sent again after an unknown outcome. */
  async isRepeatable(scope: CompanyScope, message: Message): Promise<boolean> {
    const conversation = message.channel_id ? null : await this.conversations.read(scope, message.conversation_id);
    const channelId = message.channel_id ?? conversation?.channel_id;
    const kind = channelId && (await this.channels.kindOf(scope, channelId));
    return kind ? (this.senders.find(kind)?.isRepeatable ?? false) : false;
  }

  /** The provider has refused the token of the channel. */
  async isChannelDisconnected(scope: CompanyScope, { channel_id }: Message): Promise<boolean> {
    const credentials = channel_id ? await this.credentials(scope, channel_id) : undefined;
    return credentials?.channel.state === 'needs_reconnect';
  }

  /** Stored events of the customer may show that the message was sent. */
  async hasNewsAhead(scope: CompanyScope, message: Message): Promise<boolean> {
    const command = await this.commandFor(scope, message);
    return command !== undefined && this.backlogs.has(command.channel, command.recipientId);
  }

  private async commandFor(scope: CompanyScope, message: Message): Promise<CommandBase | undefined> {
    const conversation = await this.conversations.read(scope, message.conversation_id);
    const channelId = message.channel_id ?? conversation?.channel_id;
    const credentials = channelId ? await this.credentials(scope, channelId) : undefined;
    if (!conversation || !credentials) return undefined;
    const repliedTo = await this.quotedExternalId(scope, message);
    return {
      message,
      channel: credentials.channel,
      accessToken: credentials.access_token,
      sealedToken: credentials.sealed_token,
      recipientId: conversation.recipient_id,
      conversation,
      ...(repliedTo ? { replyToExternalId: repliedTo } : {}),
    };
  }

  /** Read at each try, because the quoted message may get its id after the answer was written. */
  private async quotedExternalId(scope: CompanyScope, { quoted }: Message): Promise<string | undefined> {
    return quoted ? (await this.messages.reread(scope, quoted.message_id))?.external_id : undefined;
  }

  /** Undefined if the channel is disconnected. */
  private async credentials(scope: CompanyScope, channelId: Types.ObjectId): Promise<ChannelCredentials | undefined> {
    try {
      return await this.channels.credentials(scope, channelId);
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return undefined;
      throw error;
    }
  }
}

function isOut(message: Message, { pieceIndexes }: SendPart): boolean {
  const ids = knownIds(message);
  return pieceIndexes.length > 0 && pieceIndexes.every((index) => typeof ids[index] === 'string');
}
