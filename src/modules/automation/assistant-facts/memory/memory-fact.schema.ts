import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import { PET_FIELDS } from '../../assistant-core/index.js';

/** Facts of a pet only; customers may tell them. */
export const FIELDS_OF_PETS = PET_FIELDS;
export const MEMORY_FIELDS = [...PET_FIELDS, 'preference', 'note'] as const;
export type MemoryField = (typeof MEMORY_FIELDS)[number];

/** `for_approval`: a customer has told something medical, and nobody has confirmed it; it is in no prompt. */
export const MEMORY_STATUSES = ['active', 'for_approval'] as const;
export type MemoryStatus = (typeof MEMORY_STATUSES)[number];

/** Where a fact comes from. Ids are null where there is no such thing. */
export interface MemorySource {
  readonly kind: 'customer' | 'staff';
  readonly message_id: Types.ObjectId | null;
  readonly conversation_id: Types.ObjectId | null;
  readonly user_id: Types.ObjectId | null;
  /** Set if a program wrote it; `user_id` is the id of its API key. */
  readonly key_name?: string;
}

/** One thing that is remembered of a contact or of a pet. */
@Schema({ collection: 'assistant_memory' })
export class MemoryFact implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  /** Null for a fact of the contact. */
  @Prop({ type: Types.ObjectId, default: null })
  pet_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true, enum: MEMORY_FIELDS })
  field!: MemoryField;

  @Prop({ type: String, required: true })
  value!: string;

  /** Equal for the same fact in other letters; empty for a field of which only the newest counts. */
  @Prop({ type: String, default: '' })
  value_key!: string;

  @Prop({ type: String, required: true, enum: MEMORY_STATUSES })
  status!: MemoryStatus;

  /** From 0 to 1. */
  @Prop({ type: Number, required: true })
  confidence!: number;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  source!: MemorySource;

  @Prop({ type: Date, default: null })
  expires_at!: Date | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const MemoryFactSchema = tenantSchema(MemoryFact);
MemoryFactSchema.index({ company_id: 1, contact_id: 1, _id: 1 });
MemoryFactSchema.index({ company_id: 1, pet_id: 1 }, { partialFilterExpression: { pet_id: { $type: 'objectId' } } });
MemoryFactSchema.index(
  { company_id: 1, 'source.message_id': 1 },
  { partialFilterExpression: { 'source.message_id': { $type: 'objectId' } } },
);
MemoryFactSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
