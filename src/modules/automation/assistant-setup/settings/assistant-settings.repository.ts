import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { atVersion, type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { StoredAssistantSettings } from './assistant-settings.schema.js';

export type SettingsChange = Partial<
  Pick<
    StoredAssistantSettings,
    'mode' | 'channel_modes' | 'languages' | 'debounce_ms' | 'budget' | 'emergency_phone' | 'policies' | 'prompt_number'
  >
>;

@Injectable()
export class AssistantSettingsRepository extends TenantRepository<StoredAssistantSettings> {
  constructor(@InjectModel(StoredAssistantSettings.name) model: Model<StoredAssistantSettings>) {
    super(model, 'Assistant settings');
  }

  read(scope: CompanyScope): Promise<StoredAssistantSettings | null> {
    return this.collection.findOne(scope, {});
  }

  /** @returns null if the stored settings have another version */
  async change(scope: CompanyScope, fields: SettingsChange, version?: number): Promise<StoredAssistantSettings | null> {
    const now = new Date();
    const update = { $set: { ...fields, updated_at: now }, $inc: { revision: 1 } };
    return this.upsert(scope, version, update, now);
  }

  /** A number that no prompt of the company has had. */
  async nextPromptNumber(scope: CompanyScope): Promise<number> {
    const now = new Date();
    const update = { $inc: { last_prompt_number: 1 }, $set: { updated_at: now } };
    const stored = await this.upsert(scope, undefined, update, now);
    return stored?.last_prompt_number ?? 1;
  }

  private async upsert(
    scope: CompanyScope,
    version: number | undefined,
    update: object,
    now: Date,
  ): Promise<StoredAssistantSettings | null> {
    const first = { ...update, $setOnInsert: { _id: new Types.ObjectId(), created_at: now } };
    const set = (upsert: boolean): Promise<StoredAssistantSettings | null> =>
      this.collection.findOneAndUpdate(scope, atVersion(version), first, { upsert });
    try {
      return await set(!version);
    } catch (error) {
      // Another version is stored, possibly by a parallel first change.
      if (!isDuplicateKey(error)) throw error;
      return await set(false);
    }
  }
}
