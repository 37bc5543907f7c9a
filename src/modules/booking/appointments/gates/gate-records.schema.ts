import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';

/** A signature of a contact. `key` is the name in comparable form. */
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

/** A passed evaluation or a vaccination proof of a pet, seen by staff. */
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

  /** Last valid day, YYYY-MM-DD; null: no end. */
  @Prop({ type: String, default: null })
  valid_until!: string | null;

  @Prop({ type: String, default: null })
  notes!: string | null;
}

export const PetClearanceSchema = tenantSchema(PetClearance);
PetClearanceSchema.index({ company_id: 1, pet_id: 1, _id: -1 });
