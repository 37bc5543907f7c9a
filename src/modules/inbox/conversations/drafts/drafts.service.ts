import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RealtimeService, userRoom } from '../../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ConversationsService } from '../conversations.service.js';
import type { DraftDto, PutDraftDto } from './draft.dto.js';
import type { Draft, DraftMode } from './draft.schema.js';
import { type DraftKey, DraftsRepository } from './drafts.repository.js';

/** Drafts of one user, so that writing can go on in another tab or on another device. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly conversations: ConversationsService,
    private readonly realtime: RealtimeService,
  ) {}

  /** An empty draft of version 0 where there is none. @throws AppError NOT_FOUND for the conversation */
  async get(scope: CompanyScope, writer: Principal, id: Types.ObjectId, mode: DraftMode): Promise<DraftDto> {
    await this.conversations.find(scope, id);
    const draft = await this.drafts.findByKey(scope, keyOf(writer, id, mode));
    return draft ? toDraftDto(draft) : { mode, text: '', files: [], version: 0 };
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH where another tab was quicker */
  async put(scope: CompanyScope, writer: Principal, id: Types.ObjectId, input: PutDraftDto): Promise<DraftDto> {
    await this.conversations.find(scope, id);
    const { mode, text, files = [], version } = input;
    const key = keyOf(writer, id, mode);
    const stored = await this.drafts.put(scope, key, { text, files }, version);
    if (!stored) {
      const current = await this.drafts.findByKey(scope, key);
      const details = { version: current?.version ?? 0 };
      throw AppError.conflict('VERSION_MISMATCH', 'The draft was changed in another tab; read it again', details);
    }
    this.publish(writer, id, mode, stored.version);
    return toDraftDto(stored);
  }

  /** Does nothing where there is no draft. @throws AppError NOT_FOUND for the conversation */
  async remove(scope: CompanyScope, writer: Principal, id: Types.ObjectId, mode: DraftMode): Promise<void> {
    await this.conversations.find(scope, id);
    if (await this.drafts.remove(scope, keyOf(writer, id, mode))) this.publish(writer, id, mode, 0);
  }

  private publish({ userId }: Principal, id: Types.ObjectId, mode: DraftMode, version: number): void {
    this.realtime.show(userRoom(userId), 'draft:updated', { conversationId: id.toHexString(), mode, version });
  }
}

function keyOf({ userId }: Principal, conversation_id: Types.ObjectId, mode: DraftMode): DraftKey {
  return { user_id: toObjectId(userId), conversation_id, mode };
}

function toDraftDto({ mode, text, files, version }: Draft): DraftDto {
  return { mode, text, files, version };
}
