import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';

/** What a contact has signed. `key` is the name as it is compared. */
@Schema({ collection: 'agreements' })
export class Agreement implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, required: true })
  key!: string;

  @Prop({ type: Date, required: true })
  signed_at!: Date;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const AgreementSchema = tenantSchema(Agreement);
AgreementSchema.index({ company_id: 1, contact_id: 1, _id: -1 });
AgreementSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);

/** What staff have seen of a pet: that it passed an evaluation, or a proof of what a vaccination gate asks for. */
@Schema({ collection: 'pet_clearances' })
export class PetClearance implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  pet_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, required: true })
  key!: string;

  /** YYYY-MM-DD, the last day on which it counts; null: for good. */
  @Prop({ type: String, default: null })
  valid_until!: string | null;

  @Prop({ type: String, default: null })
  notes!: string | null;
}

export const PetClearanceSchema = tenantSchema(PetClearance);
PetClearanceSchema.index({ company_id: 1, pet_id: 1, _id: -1 });
