import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { FileToCheck, type UploadDetails } from './schemas/file-to-check.schema.js';

const INSERT_BATCH = 1_000;

@Injectable()
export class UnusedFilesRepository extends TenantRepository<FileToCheck> {
  constructor(@InjectModel(FileToCheck.name) model: Model<FileToCheck>) {
    super(model, 'Unused file');
  }

  async add(scope: CompanyScope, keys: readonly string[], dueAt: Date): Promise<void> {
    const now = new Date();
    const stamp = { company_id: scope.companyId, due_at: dueAt, created_at: now, updated_at: now };
    for (let start = 0; start < keys.length; start += INSERT_BATCH) {
      const batch = keys.slice(start, start + INSERT_BATCH);
      await this.collection.insertMany(
        batch.map((storage_key) => ({ _id: new Types.ObjectId(), storage_key, ...stamp })),
      );
    }
  }

  /** Expects the file of an upload; the details wait for a message that takes it. */
  async addUpload(scope: CompanyScope, storage_key: string, details: UploadDetails, dueAt: Date): Promise<void> {
    await this.create(scope, { storage_key, details, due_at: dueAt });
  }

  async addPlayableCopy(scope: CompanyScope, storage_key: string): Promise<void> {
    await this.collection.updateOne(scope, { storage_key }, { $set: { 'details.has_playable_copy': true } });
  }

  async uploadDetails(scope: CompanyScope, storage_key: string): Promise<UploadDetails | undefined> {
    const upload = await this.collection.findOne(scope, { storage_key, details: { $exists: true } });
    return upload?.details;
  }

  due(now: Date, limit: number): Promise<FileToCheck[]> {
    return this.collection.findAcrossCompanies(
      'delete unused files',
      { due_at: { $lte: now } },
      { sort: { due_at: 1 }, limit },
    );
  }

  async postpone(scope: CompanyScope, id: Types.ObjectId, until: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { due_at: until } });
  }

  async postponeFiles(scope: CompanyScope, keys: readonly string[], until: Date): Promise<void> {
    const early = { storage_key: { $in: [...keys] }, due_at: { $lt: until } };
    await this.collection.updateMany(scope, early, { $set: { due_at: until } });
  }

  async remove(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<void> {
    await this.collection.deleteMany(scope, { _id: { $in: [...ids] } });
  }
}
