import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError, refuseDuplicate } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, VersionedRepository } from '../../../core/tenancy/index.js';
import { CannedReply } from './schemas/canned-reply.schema.js';

const BY_SHORTCUT = { field: 'shortcut', direction: 1 } as const;

@Injectable()
export class CannedRepliesRepository extends VersionedRepository<CannedReply> {
  constructor(@InjectModel(CannedReply.name) model: Model<CannedReply>) {
    super(model, 'Canned reply');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<CannedReply>> {
    return this.page(scope, {}, BY_SHORTCUT, request);
  }

  /** @throws AppError SHORTCUT_EXISTS */
  override create(scope: CompanyScope, fields: Pick<CannedReply, 'shortcut' | 'title' | 'text'>): Promise<CannedReply> {
    return refuseDuplicate(super.create(scope, fields), shortcutTaken);
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | SHORTCUT_EXISTS */
  override change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: CannedReply) => Partial<CannedReply>,
    version?: number,
  ): Promise<CannedReply> {
    return refuseDuplicate(super.change(scope, id, change, version), shortcutTaken);
  }
}

const shortcutTaken = (): AppError =>
  AppError.conflict('SHORTCUT_EXISTS', 'A canned reply with this shortcut exists; choose another shortcut');
