import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { IdentityResolver } from '../../../customers/contacts/index.js';
import { type Conversation, ConversationsService } from '../../conversations/index.js';
import { blankDraft } from '../message-drafts.js';
import {
  type Attachment,
  MAX_CONTENT_LENGTH,
  type Message,
  type MessageDraft,
  MessageLog,
  MessagePublisher,
} from '../../message-log/index.js';
import { MessageQuotes } from '../message-quotes.service.js';
import { EchoAdoption } from './echo-adoption.js';
import type {
  InboundAttachment,
  InboundChannel,
  InboundMessage,
  InboundOutcome,
  InboundReferral,
} from './inbound-event.js';
import { SystemLinesService } from './system-lines.service.js';

/** Stores messages of customers, and those that the business wrote outside PetBuddy. */
@Injectable()
export class InboundMessagesService {
  constructor(
    private readonly identities: IdentityResolver,
    private readonly conversations: ConversationsService,
    private readonly log: MessageLog,
    private readonly publisher: MessagePublisher,
    private readonly echoes: EchoAdoption,
    private readonly quotes: MessageQuotes,
    private readonly lines: SystemLinesService,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundMessage): Promise<InboundOutcome> {
    const channelId = toObjectId(channel._id);
    const profile = event.author === 'contact' ? event.profile : undefined;
    const conversation = await this.threadOf(scope, channel, event, profile);
    if (event.author === 'business') {
      const adoption = await this.echoes.adopt(scope, channelId, conversation, event);
      if (adoption !== 'unknown') return adoption === 'adopted' ? 'applied' : 'undecided';
    }
    if (event.context?.referral) {
      await this.conversations.noteReferral(scope, conversation._id, { ...event.context.referral, at: event.at });
    }
    const repliedTo = event.context?.reply_to_external_id;
    const quoted = await this.quotes.ofReceived(scope, channelId, conversation._id, repliedTo);
    const draft = { ...this.draftOf(event, conversation, channelId), quoted };
    // An assistant may post its message after the first look.
    const lookAgain = (): Promise<Message | null> => this.echoes.adoptPosted(scope, channelId, conversation, event);
    const { message, isNew } = await this.log.append(scope, draft, event.author === 'business' ? lookAgain : undefined);
    if (!isNew) {
      if (message.unpublished_since && !message.external_ids) await this.publisher.publishAgain(scope, message);
      return 'duplicate';
    }
    await this.publisher.publish(scope, message, conversation);
    await this.quotes.correct(scope, message);
    return 'applied';
  }

  /** Adds a line that shows by which ad or link the customer came. */
  async applyReferral(scope: CompanyScope, channel: InboundChannel, event: InboundReferral): Promise<InboundOutcome> {
    const { referral, at } = event;
    const { _id } = await this.threadOf(scope, channel, event);
    const conversation = await this.conversations.noteReferral(scope, _id, { ...referral, at });
    const name = referral.headline ?? referral.ref ?? referral.ad_id ?? referral.source ?? '';
    const content = `The customer came by ${referral.ad_id ? 'an ad' : 'a link'}: ${name}`;
    return this.lines.add(scope, channel, conversation, { ...event, content, context: { referral } });
  }

  private async threadOf(
    scope: CompanyScope,
    channel: InboundChannel,
    { customer_id, customer_aliases }: Pick<InboundMessage, 'customer_id' | 'customer_aliases'>,
    profile?: InboundMessage['profile'],
  ): Promise<Conversation> {
    const { identity, contact } = await this.identities.resolve(scope, {
      inbox: channel._id,
      platform: channel.platform,
      external_id: customer_id,
      channel_id: toObjectId(channel._id),
      ...(customer_aliases ? { aliases: customer_aliases } : {}),
      ...(profile ? { profile } : {}),
    });
    return this.conversations.ensure(scope, identity, contact);
  }

  private draftOf(event: InboundMessage, conversation: Conversation, channelId: Types.ObjectId): MessageDraft {
    const now = new Date();
    const isCustomer = event.author === 'contact';
    return {
      ...blankDraft(conversation, now),
      ...this.authorOf(event),
      channel_id: channelId,
      platform: conversation.platform,
      direction: isCustomer ? 'inbound' : 'outbound',
      content: event.content.slice(0, MAX_CONTENT_LENGTH),
      attachments: event.attachments.map(toAttachment),
      status: isCustomer ? 'delivered' : 'sent',
      delivered: isCustomer,
      external_id: event.external_id,
      // A fast clock of the provider must not move the message below our answer.
      sent_at: event.at < now ? event.at : now,
      context: event.context ?? null,
    };
  }

  /** Our own app is a machine: nobody becomes the owner, and the customer still waits. */
  private authorOf(event: InboundMessage): Pick<MessageDraft, 'role' | 'author'> {
    if (event.author === 'contact') return { role: 'user', author: { kind: 'contact', id: null } };
    if (this.echoes.isFromOurApp(event)) return { role: 'assistant', author: { kind: 'bot', id: null } };
    return { role: 'operator', author: { kind: 'phone', id: null } };
  }
}

function toAttachment({
  type,
  source_url,
  media_id,
  mime_type,
  file_description,
  link_url,
}: InboundAttachment): Attachment {
  const hasFile = source_url !== undefined || media_id !== undefined;
  return {
    type,
    url: '',
    file_description: file_description ?? null,
    state: hasFile ? 'pending' : 'stored',
    mime_type: mime_type ?? null,
    size: null,
    ...(link_url ? { link_url } : {}),
    // WhatsApp says how a document is called.
    name: type === 'file' ? (file_description ?? null) : null,
    ...(hasFile ? { source: { ...(source_url ? { url: source_url } : {}), ...(media_id ? { media_id } : {}) } } : {}),
  };
}
