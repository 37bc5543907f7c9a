import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import {
  ContentAnnouncer,
  type Message,
  MessagesRepository,
  type QuotedMessage,
  quoteOf,
} from '../message-log/index.js';

/** Finds the messages that others quote, and keeps the quotes as their messages are. */
@Injectable()
export class MessageQuotes {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly realtime: RealtimeService,
    private readonly contents: ContentAnnouncer,
  ) {}

  /**
   * The quote of a message that staff answer.
   * @param id null without a quote
   * @throws AppError INVALID_REPLY_TO if it is not a message to or from the customer in this conversation
   */
  async ofReply(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    id: string | undefined,
  ): Promise<QuotedMessage | null> {
    if (id === undefined) return null;
    const message = await this.messages.reread(scope, toObjectId(id, 'reply_to'));
    if (!message?.conversation_id.equals(conversationId)) throw invalidReplyTo('is not a message of this conversation');
    if (message.visibility === 'internal') throw invalidReplyTo('is a note, which the customer cannot see');
    return quoteOf(message);
  }

  /** The quote of a received message; null if the quoted message is not stored. */
  async ofReceived(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    conversationId: Types.ObjectId,
    externalId: string | undefined,
  ): Promise<QuotedMessage | null> {
    if (externalId === undefined) return null;
    const message = await this.messages.findByExternalId(scope, channelId, externalId);
    return message?.conversation_id.equals(conversationId) ? quoteOf(message) : null;
  }

  /** Call it after a message is published: what it quotes may have been changed or removed while it was stored. */
  async correct(scope: CompanyScope, { quoted }: Message): Promise<void> {
    const current = quoted && (await this.messages.reread(scope, quoted.message_id));
    if (!current) return;
    if (current.deleted_at) await this.realtime.forgetMessage(scope, current._id);
    await this.contents.followQuotes(scope, current);
  }
}

function invalidReplyTo(reason: string): AppError {
  return new AppError('INVALID_REPLY_TO', 400, `reply_to ${reason}. Give another message, or leave reply_to out`);
}
