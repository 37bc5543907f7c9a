import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, VersionedRepository } from '../../../../core/tenancy/index.js';
import { AssistantPrompt } from './assistant-prompt.schema.js';

export type NewPrompt = Pick<AssistantPrompt, 'number' | 'text' | 'note' | 'author' | 'published_at'>;

@Injectable()
export class AssistantPromptsRepository extends VersionedRepository<AssistantPrompt> {
  constructor(@InjectModel(AssistantPrompt.name) model: Model<AssistantPrompt>) {
    super(model, 'Prompt');
  }

  add(scope: CompanyScope, prompt: NewPrompt): Promise<AssistantPrompt> {
    const now = new Date();
    const dates = { created_at: now, updated_at: now };
    return this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...prompt, ...dates, revision: 0 });
  }

  /** The newest first. */
  list(scope: CompanyScope): Promise<AssistantPrompt[]> {
    return this.collection.find(scope, {}, { sort: { number: -1 } });
  }

  byNumber(scope: CompanyScope, number: number): Promise<AssistantPrompt | null> {
    return this.collection.findOne(scope, { number });
  }

  /** From now on it never changes. @returns null if it is no draft */
  freeze(scope: CompanyScope, _id: Types.ObjectId, published_at: Date): Promise<AssistantPrompt | null> {
    const update = { $set: { published_at, updated_at: published_at }, $inc: { revision: 1 } };
    return this.collection.findOneAndUpdate(scope, { _id, published_at: null }, update);
  }

  /** @returns false if it is no draft */
  async removeDraft(scope: CompanyScope, _id: Types.ObjectId): Promise<boolean> {
    return (await this.collection.deleteMany(scope, { _id, published_at: null })) === 1;
  }

  async remove(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<void> {
    await this.collection.deleteMany(scope, { _id: { $in: [...ids] } });
  }
}
