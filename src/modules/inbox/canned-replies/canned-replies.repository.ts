import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
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
    return orExists(super.create(scope, fields));
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | SHORTCUT_EXISTS */
  override change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: CannedReply) => Partial<CannedReply>,
    version?: number,
  ): Promise<CannedReply> {
    return orExists(super.change(scope, id, change, version));
  }
}

async function orExists<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw AppError.conflict('SHORTCUT_EXISTS', 'A canned reply with this shortcut exists; choose another shortcut');
  }
}
