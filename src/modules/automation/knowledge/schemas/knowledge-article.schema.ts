import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

const { Mixed } = MongooseSchema.Types;

/** `faq`: the title is a question, the content its answer. */
export const KNOWLEDGE_KINDS = ['article', 'faq'] as const;
export type KnowledgeKind = (typeof KNOWLEDGE_KINDS)[number];

/** A user, or an API key with its name. */
export interface KnowledgeAuthor {
  _id: Types.ObjectId;
  key_name?: string;
}

/** A text of the company that answers questions of customers. */
@Schema({ collection: 'knowledge_articles' })
export class KnowledgeArticle implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: KNOWLEDGE_KINDS })
  kind!: KnowledgeKind;

  @Prop({ type: String, required: true })
  title!: string;

  /** The title without case and accents; unique in the company and language. */
  @Prop({ type: String, required: true })
  title_key!: string;

  /** Plain text; lines that begin with # are headings. */
  @Prop({ type: String, required: true })
  content!: string;

  /** Other words by which customers ask for it. */
  @Prop({ type: [String], default: [] })
  synonyms!: string[];

  /** A language tag such as pt-BR. */
  @Prop({ type: String, required: true })
  language!: string;

  /** Others are drafts, which nobody finds. */
  @Prop({ type: Boolean, required: true })
  active!: boolean;

  @Prop({ type: [String], default: [] })
  search_words!: string[];

  @Prop({ type: Mixed, required: true })
  created_by!: KnowledgeAuthor;

  @Prop({ type: Mixed, required: true })
  updated_by!: KnowledgeAuthor;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const KnowledgeArticleSchema = tenantSchema(KnowledgeArticle);
KnowledgeArticleSchema.index({ company_id: 1, language: 1, title_key: 1 }, { unique: true });
KnowledgeArticleSchema.index({ company_id: 1, title_key: 1, _id: 1 });
KnowledgeArticleSchema.index({ company_id: 1, search_words: 1 });
