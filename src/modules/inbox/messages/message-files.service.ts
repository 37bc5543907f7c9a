import { Injectable } from '@nestjs/common';
import type { CompanyScope, IdLike } from '../../../core/tenancy/index.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import {
  ContentAnnouncer,
  type MediaDetails,
  type Message,
  MessagesRepository,
  UnusedFiles,
} from '../message-log/index.js';

export type FileOutcome =
  | ({
      state: 'stored';
      storage_key: string;
      mime_type: string;
      size: number;
      has_playable_copy: boolean;
    } & MediaDetails)
  | { state: 'failed' | 'expired' };

@Injectable()
export class MessageFiles {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly contents: ContentAnnouncer,
    private readonly files: UnusedFiles,
  ) {}

  find(scope: CompanyScope, messageId: IdLike): Promise<Message | null> {
    return this.messages.findById(scope, messageId);
  }

  pendingBefore(before: Date, limit: number): Promise<Message[]> {
    return this.messages.withPendingFiles(before, limit);
  }

  /** May be repeated. */
  async settle(scope: CompanyScope, messageId: IdLike, index: number, outcome: FileOutcome): Promise<void> {
    const at = `attachments.${index}`;
    const entries: [string, unknown][] = Object.entries(outcome);
    const fields = entries.map(([field, value]) => [`${at}.${field}`, value]);
    const settled = await this.messages.change(
      scope,
      toObjectId(messageId),
      { [`${at}.state`]: 'pending' },
      { $set: { ...Object.fromEntries(fields), updated_at: new Date() }, $unset: { [`${at}.source`]: true } },
    );
    if (settled) await this.contents.announce(scope, settled);
    // The message was unsent meanwhile.
    else if (outcome.state === 'stored') await this.files.deleteIfUnusedLater(scope, [outcome]);
  }
}
