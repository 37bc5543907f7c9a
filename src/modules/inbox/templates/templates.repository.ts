import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  TenantRepository,
  toObjectId,
} from '../../../core/tenancy/index.js';
import { Template, type TemplateStatus } from './schemas/template.schema.js';
import type { ProviderTemplate } from './template-provider.js';

const BY_NAME = { field: 'name', direction: 1 } as const;

export interface TemplateFilter {
  channel_id?: string;
  status?: TemplateStatus;
  /** Searches the name and the text. */
  q?: string;
}

@Injectable()
export class TemplatesRepository extends TenantRepository<Template> {
  constructor(@InjectModel(Template.name) model: Model<Template>) {
    super(model, 'Template');
  }

  list(scope: CompanyScope, { channel_id, status, q }: TemplateFilter, request: PageRequest): Promise<Page<Template>> {
    const words = q ? new RegExp(escaped(q), 'i') : undefined;
    const filter = {
      ...(channel_id && { channel_id: toObjectId(channel_id) }),
      ...(status && { status }),
      ...(words && { $or: [{ name: words }, { 'components.body': words }] }),
    };
    return this.page(scope, filter, BY_NAME, request);
  }

  findByName(scope: CompanyScope, channelId: IdLike, name: string, language: string): Promise<Template | null> {
    return this.findOne(scope, { channel_id: toObjectId(channelId), name, language });
  }

  /** The template in all its languages. */
  withName(scope: CompanyScope, channelId: IdLike, name: string): Promise<Template[]> {
    return this.find(scope, { channel_id: toObjectId(channelId), name });
  }

  async put(scope: CompanyScope, channelId: IdLike, template: ProviderTemplate, syncedAt: Date): Promise<Template> {
    const { name, language, ...fields } = template;
    const key = { channel_id: toObjectId(channelId), name, language };
    const stored = await this.model
      .findOneAndUpdate(
        this.scoped(scope, key),
        { $set: { ...fields, synced_at: syncedAt } },
        { returnDocument: 'after', upsert: true, runValidators: true },
      )
      .lean();
    return stored;
  }

  /** Removes templates that the provider no longer lists. */
  async removeOlder(scope: CompanyScope, channelId: IdLike, syncedAt: Date): Promise<void> {
    const filter = { channel_id: toObjectId(channelId), synced_at: { $lt: syncedAt } };
    await this.model.deleteMany(this.scoped(scope, filter));
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
