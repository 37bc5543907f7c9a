import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { assertVersion, atVersion, type CompanyScope } from '../../../core/tenancy/index.js';
import {
  AttachmentUrls,
  ContentAnnouncer,
  MessagesRepository,
  type MessageView,
  StatusAnnouncer,
  toMessageView,
  UnusedFiles,
} from '../message-log/index.js';
import { NO_SENDER } from './message-drafts.js';
import { type PostedMessage, toPosted } from './messages.service.js';
import { assertTextFits, idsToKeep, OutboxService, renewedOutbox } from '../message-sending/index.js';

/** Only notes and messages that never left may be changed, because customers have seen the others. */
const NEVER_OUT = {
  external_ids: { $not: { $type: 'string' } },
  'outbox.attempts.outcome': { $nin: ['calling', 'unknown', 'sent'] },
};
const CHANGEABLE = { $or: [{ visibility: 'internal' }, { status: 'failed', ...NEVER_OUT }] };

@Injectable()
export class MessageEditingService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly contents: ContentAnnouncer,
    private readonly outbox: OutboxService,
    private readonly statuses: StatusAnnouncer,
    private readonly urls: AttachmentUrls,
    private readonly files: UnusedFiles,
  ) {}

  /** @throws AppError NOT_FOUND | MESSAGE_SENT | MESSAGE_DELETED | TEXT_TOO_LONG | VERSION_MISMATCH */
  async edit(scope: CompanyScope, id: Types.ObjectId, content: string, version?: number): Promise<MessageView> {
    const { outbox, platform } = await this.messages.getById(scope, id);
    if (outbox) assertTextFits(platform, content);
    const now = new Date();
    const change = new Types.ObjectId();
    const update = {
      $set: { content, edited_at: now, updated_at: now },
      $inc: { revision: 1 },
      $push: { unannounced_changes: change },
    };
    const condition = { ...CHANGEABLE, deleted_at: null, ...atVersion(version) };
    const edited = await this.messages.change(scope, id, condition, update);
    if (!edited) return this.refuse(scope, id, version);
    await this.contents.announceOnce(scope, edited, change);
    return toMessageView(edited, this.urls);
  }

  /** Keeps the empty message at its place in the history. @throws AppError NOT_FOUND | MESSAGE_SENT */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<MessageView> {
    const now = new Date();
    const empty = { content: '', attachments: [], context: null, quoted: null, reactions: [] };
    const { attachments } = await this.messages.getById(scope, id);
    await this.files.deleteIfUnusedLater(scope, attachments);
    const change = new Types.ObjectId();
    const removed = await this.messages.change(scope, id, CHANGEABLE, {
      $set: { ...empty, deleted_at: now, updated_at: now },
      $push: { unannounced_changes: change },
    });
    if (!removed) return this.refuse(scope, id);
    await this.contents.announceOnce(scope, removed, change);
    return toMessageView(removed, this.urls);
  }

  /** @throws AppError NOT_FOUND | NOT_FAILED | NO_SENDER */
  async retry(scope: CompanyScope, id: Types.ObjectId): Promise<PostedMessage> {
    const failed = await this.messages.getById(scope, id);
    if (failed.error?.code === NO_SENDER.code) throw AppError.conflict(NO_SENDER.code, NO_SENDER.message);
    const condition = { status: 'failed', deleted_at: null, outbox: { $exists: true } };
    const outbox = failed.outbox && renewedOutbox(failed.outbox, new Date());
    const ids = idsToKeep(failed);
    const set = { status: 'queued', error: null, outbox, updated_at: new Date(), ...(ids && { external_ids: ids }) };
    const change = new Types.ObjectId();
    // A person wants it sent, so staff do not stop this message of a flow any more.
    const update = { $set: set, $unset: { bot: true }, $push: { unannounced_changes: change } };
    const queued = outbox ? await this.messages.change(scope, id, condition, update) : null;
    if (!queued) throw AppError.conflict('NOT_FAILED', 'Only a failed message can be sent again');
    await this.statuses.announce(scope, queued, [change]);
    return toPosted(await this.outbox.send(scope, queued).catch(() => queued), this.urls);
  }

  private async refuse(scope: CompanyScope, id: Types.ObjectId, version?: number): Promise<never> {
    const message = await this.messages.getById(scope, id);
    if (message.deleted_at) throw AppError.conflict('MESSAGE_DELETED', 'The message was removed');
    assertVersion('Message', message, version);
    throw AppError.conflict('MESSAGE_SENT', 'Only notes and messages that were never sent can be changed');
  }
}
