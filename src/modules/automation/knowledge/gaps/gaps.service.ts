import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { ContactParticipantRegistry } from '../../../customers/contacts/index.js';
import { cleanLine } from '../ingestion/index.js';
import { MAX_QUESTION_LENGTH } from '../knowledge-limits.js';
import { baseLanguage, questionKey } from '../retrieval/index.js';
import type { GapStatus, KnowledgeGap } from '../schemas/knowledge-gap.schema.js';
import { withoutAddresses } from './gap-words.js';
import { GapsRepository } from './gaps.repository.js';

/** A company with more must first answer or dismiss some; known questions are still counted. */
const MAX_OPEN_GAPS = 1_000;

/** A question of a customer that nobody could answer. */
export interface UnansweredQuestion {
  readonly question: string;
  /** Left out: the language of the company. */
  readonly language?: string;
  readonly contactId?: string;
  readonly conversationId?: string;
}

/** Questions that no article answers. */
@Injectable()
export class GapsService implements OnModuleInit {
  constructor(
    private readonly gaps: GapsRepository,
    private readonly companies: CompaniesService,
    private readonly participants: ContactParticipantRegistry,
  ) {}

  onModuleInit(): void {
    this.participants.register('knowledge-gaps', this.gaps.ofContacts);
  }

  /** Notes a question, or counts it if it is known. A question without words that say something is left out. */
  async note(
    scope: CompanyScope,
    { question, contactId, conversationId, ...asked }: UnansweredQuestion,
  ): Promise<void> {
    const language = baseLanguage(asked.language ?? (await this.companies.get(scope)).locale);
    const text = cleanQuestion(question);
    const key = questionKey(text, language);
    if (key === '') return;
    const words = {
      question: text,
      question_key: key,
      language,
      contact_id: contactId === undefined ? null : toObjectId(contactId),
      last_conversation_id: conversationId === undefined ? null : toObjectId(conversationId),
    };
    if (await this.gaps.countAgain(scope, words)) return;
    if ((await this.gaps.countOpen(scope)) >= MAX_OPEN_GAPS) return;
    if (!(await this.gaps.add(scope, words))) await this.gaps.countAgain(scope, words);
  }

  /** Deletes a question that a customer of the conversation has asked last, for instance because the message was removed. */
  async forget(
    scope: CompanyScope,
    { question, language, conversationId }: { question: string; language: string; conversationId: Types.ObjectId },
  ): Promise<void> {
    const question_key = questionKey(cleanQuestion(question), baseLanguage(language));
    await this.gaps.remove(scope, { question_key, last_conversation_id: conversationId });
  }

  /** Those that were asked last come first. */
  list(scope: CompanyScope, status: GapStatus, page: PageRequest): Promise<Page<KnowledgeGap>> {
    return this.gaps.list(scope, status, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<KnowledgeGap> {
    return this.gaps.getById(scope, id);
  }

  /** An article answers the question. @throws AppError NOT_FOUND */
  async close(scope: CompanyScope, id: Types.ObjectId, articleId: Types.ObjectId): Promise<void> {
    await this.gaps.move(scope, id, 'answered', articleId);
  }

  /** @throws AppError NOT_FOUND */
  setStatus(scope: CompanyScope, id: Types.ObjectId, status: 'open' | 'dismissed'): Promise<KnowledgeGap> {
    return this.gaps.move(scope, id, status, null);
  }
}

const cleanQuestion = (question: string): string =>
  withoutAddresses(cleanLine(question)).slice(0, MAX_QUESTION_LENGTH).toWellFormed();
