import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactIdentities } from '../../contacts/index.js';
import { type Conversation, ConversationsService } from '../../conversations/index.js';
import { blankDraft } from '../message-drafts.js';
import { type MessageDraft, MessageLog } from '../message-log.js';
import { MessagePublisher } from '../message-publisher.js';
import { MessagesRepository } from '../messages.repository.js';
import type { Attachment, Message } from '../schemas/message.schema.js';
import { MAX_CONTENT_LENGTH } from '../schemas/message-types.js';
import { parseCorrelation } from '../sending/correlation.js';
import { mayBeOut } from '../sending/outbox-state.js';
import type { InboundAttachment, InboundChannel, InboundMessage, InboundOutcome } from './inbound-event.js';
import { ReceiptsService } from './receipts.service.js';

/** An echo without a correlation id is taken for our own send only for so long after it. */
const ADOPTION_WINDOW_MS = 2 * 60_000;

/** Messages that come in by a channel: the customer's, and the business's own from its phone or page inbox. */
@Injectable()
export class InboundMessagesService {
  constructor(
    private readonly identities: ContactIdentities,
    private readonly conversations: ConversationsService,
    private readonly log: MessageLog,
    private readonly messages: MessagesRepository,
    private readonly publisher: MessagePublisher,
    private readonly receipts: ReceiptsService,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundMessage): Promise<InboundOutcome> {
    const channelId = toObjectId(channel._id);
    const { identity, contact } = await this.identities.resolve(scope, {
      inbox: channel._id,
      platform: channel.platform,
      external_id: event.customer_id,
      channel_id: channelId,
      ...(event.customer_aliases ? { aliases: event.customer_aliases } : {}),
      ...(event.author === 'contact' && event.profile ? { profile: event.profile } : {}),
    });
    const conversation = await this.conversations.ensure(scope, identity, contact);
    if (event.author === 'business' && (await this.isOurOwn(scope, channelId, conversation, event))) return 'applied';
    const { message, isNew } = await this.log.append(scope, toDraft(event, conversation, channelId));
    if (!isNew) {
      if (message.unpublished_since) await this.publisher.publishAgain(scope, message);
      return 'duplicate';
    }
    await this.publisher.publish(scope, message, wasClosed(conversation, message));
    return 'applied';
  }

  /** An echo of what we sent settles that message instead of making a second one. */
  private async isOurOwn(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    conversation: Conversation,
    event: InboundMessage,
  ): Promise<boolean> {
    const known = await this.messages.findByExternalId(scope, channelId, event.external_id);
    if (known) {
      if (known.outbox && event.is_repeated) await this.receipts.tellAgain(scope, known);
      return known.outbox !== undefined;
    }
    const correlation = parseCorrelation(event.correlation_id);
    const correlated = correlation && (await this.messages.findById(scope, correlation.messageId));
    const isCorrelated = correlated?.conversation_id.equals(conversation._id);
    // The rest of the message may not be out.
    if (isCorrelated && correlation?.part !== undefined) return true;
    const ours = isCorrelated ? correlated : await this.sentInTheseWords(scope, conversation, event);
    if (!ours) return false;
    await this.receipts.confirmSent(scope, ours, event.external_id);
    return true;
  }

  /** A bot that sends for us passes no id on: the same words in the same minutes are ours, unless they can't be out. */
  private async sentInTheseWords(
    scope: CompanyScope,
    conversation: Conversation,
    { content }: InboundMessage,
  ): Promise<Message | null> {
    const since = new Date(Date.now() - ADOPTION_WINDOW_MS);
    const oldest = await this.messages.awaitingEcho(scope, conversation._id, content, since);
    return oldest?.outbox && mayBeOut(oldest.outbox) ? oldest : null;
  }
}

function wasClosed({ status }: Conversation, { direction }: Message): boolean {
  return direction === 'inbound' && (status === 'resolved' || status === 'snoozed');
}

function toDraft(event: InboundMessage, conversation: Conversation, channelId: Types.ObjectId): MessageDraft {
  const now = new Date();
  const isCustomer = event.author === 'contact';
  return {
    ...blankDraft(conversation, now),
    channel_id: channelId,
    platform: conversation.platform,
    role: isCustomer ? 'user' : 'operator',
    direction: isCustomer ? 'inbound' : 'outbound',
    author: { kind: isCustomer ? 'contact' : 'phone', id: null },
    content: event.content.slice(0, MAX_CONTENT_LENGTH),
    attachments: event.attachments.map(toAttachment),
    status: isCustomer ? 'delivered' : 'sent',
    delivered: isCustomer,
    external_id: event.external_id,
    // A provider's clock that runs ahead of ours must not push the message below our answer.
    sent_at: event.at < now ? event.at : now,
    context: event.context ?? null,
  };
}

function toAttachment({ type, source_url, media_id, mime_type, file_description }: InboundAttachment): Attachment {
  const hasFile = source_url !== undefined || media_id !== undefined;
  return {
    type,
    url: '',
    file_description: file_description ?? null,
    state: hasFile ? 'pending' : 'stored',
    mime_type: mime_type ?? null,
    size: null,
    ...(hasFile ? { source: { ...(source_url ? { url: source_url } : {}), ...(media_id ? { media_id } : {}) } } : {}),
  };
}
