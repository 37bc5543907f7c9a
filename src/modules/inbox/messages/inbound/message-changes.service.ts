import { Injectable } from '@nestjs/common';
import { RealtimeService } from '../../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import {
  ContentAnnouncer,
  MAX_CONTENT_LENGTH,
  type Message,
  MessagesRepository,
  UnusedFiles,
} from '../../message-log/index.js';
import type { InboundChannel, InboundDeletion, InboundEdit, InboundOutcome, InboundReaction } from './inbound-event.js';

/** Reactions, edits and deletions. */
@Injectable()
export class MessageChangesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly realtime: RealtimeService,
    private readonly files: UnusedFiles,
    private readonly contents: ContentAnnouncer,
  ) {}

  async react(scope: CompanyScope, channel: InboundChannel, event: InboundReaction): Promise<InboundOutcome> {
    const target = await this.target(scope, channel, event.target_external_id);
    if (!target) return 'unknown_target';
    const by = event.by ?? 'contact';
    const others = { $filter: { input: '$reactions', cond: { $ne: ['$$this.by', by] } } };
    const own = event.emoji === null ? [] : [{ by, emoji: { $literal: event.emoji }, at: event.at }];
    return this.change(scope, target, [{ $set: { reactions: { $concatArrays: [others, own] }, updated_at: '$$NOW' } }]);
  }

  /** Deletes content and files and keeps the place. */
  async unsend(scope: CompanyScope, channel: InboundChannel, event: InboundDeletion): Promise<InboundOutcome> {
    const target = await this.target(scope, channel, event.target_external_id);
    if (!target) return 'unknown_target';
    if (target.deleted_at && !event.is_repeated) return 'duplicate';
    const set = {
      content: '',
      attachments: [],
      context: null,
      quoted: null,
      reactions: [],
      deleted_at: event.at,
      updated_at: '$$NOW',
    };
    await this.files.deleteIfUnusedLater(scope, target.attachments);
    const outcome = await this.change(scope, target, [{ $set: set }]);
    await this.realtime.forgetMessage(scope, target._id);
    return outcome;
  }

  async edit(scope: CompanyScope, channel: InboundChannel, event: InboundEdit): Promise<InboundOutcome> {
    const target = await this.target(scope, channel, event.target_external_id);
    if (!target) return 'unknown_target';
    const text = event.content.slice(0, MAX_CONTENT_LENGTH);
    const isOlder = target.edited_at !== null && target.edited_at > event.at;
    // WhatsApp reports whole seconds, so two edits may have the same time.
    const isStored = target.edited_at?.getTime() === event.at.getTime() && target.content === text;
    if (target.deleted_at !== null || isOlder || (isStored && !event.is_repeated)) return 'duplicate';
    const content = { $literal: text };
    return this.change(scope, target, [{ $set: { content, edited_at: event.at, updated_at: '$$NOW' } }]);
  }

  private async change(
    scope: CompanyScope,
    target: Message,
    update: Record<string, unknown>[],
  ): Promise<InboundOutcome> {
    const changed = await this.messages.change(scope, target._id, {}, update);
    if (changed) await this.contents.announce(scope, changed);
    return 'applied';
  }

  private target(scope: CompanyScope, channel: InboundChannel, externalId: string): Promise<Message | null> {
    return this.messages.findByExternalId(scope, toObjectId(channel._id), externalId);
  }
}
