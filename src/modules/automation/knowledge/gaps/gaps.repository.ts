import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, TenantRepository } from '../../../../core/tenancy/index.js';
import { ContactDocuments } from '../../../customers/contacts/index.js';
import { type GapStatus, KnowledgeGap } from '../schemas/knowledge-gap.schema.js';

const NEWEST_FIRST = { field: 'last_asked_at', direction: -1 } as const;

/** A question as it is noted. */
export type AskedQuestion = Pick<
  KnowledgeGap,
  'question' | 'question_key' | 'language' | 'contact_id' | 'last_conversation_id'
>;

@Injectable()
export class GapsRepository extends TenantRepository<KnowledgeGap> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(KnowledgeGap.name) model: Model<KnowledgeGap>) {
    super(model, 'Question');
  }

  list(scope: CompanyScope, status: GapStatus, request: PageRequest): Promise<Page<KnowledgeGap>> {
    return this.page(scope, { status }, NEWEST_FIRST, request);
  }

  countOpen(scope: CompanyScope): Promise<number> {
    return this.count(scope, { status: 'open' });
  }

  /** Counts a question that is known. An answered one is open again. @returns whether it is known */
  async countAgain(scope: CompanyScope, { language, question_key, ...words }: AskedQuestion): Promise<boolean> {
    const now = new Date();
    const asked = { $inc: { count: 1 }, $set: { ...words, last_asked_at: now, updated_at: now } };
    const same = { language, question_key };
    const again = { ...asked, $set: { ...asked.$set, status: 'open' as const } };
    return (
      (await this.collection.findOneAndUpdate(scope, { ...same, status: { $ne: 'dismissed' } }, again)) !== null ||
      (await this.collection.findOneAndUpdate(scope, same, asked)) !== null
    );
  }

  /** @returns false if a parallel call has noted the question */
  async add(scope: CompanyScope, asked: AskedQuestion): Promise<boolean> {
    const now = new Date();
    const dates = { created_at: now, updated_at: now, last_asked_at: now };
    const state = { count: 1, status: 'open' as const, article_id: null };
    try {
      await this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...asked, ...state, ...dates });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async remove(
    scope: CompanyScope,
    asked: Pick<AskedQuestion, 'question_key' | 'last_conversation_id'>,
  ): Promise<void> {
    await this.collection.deleteMany(scope, asked);
  }

  /** @throws AppError NOT_FOUND */
  move(
    scope: CompanyScope,
    id: Types.ObjectId,
    status: GapStatus,
    article_id: Types.ObjectId | null,
  ): Promise<KnowledgeGap> {
    return this.updateById(scope, id, { $set: { status, article_id } });
  }
}
