import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../contacts/index.js';

export const PET_SEXES = ['male', 'female', 'unknown'] as const;
export type PetSex = (typeof PET_SEXES)[number];

/** Days are YYYY-MM-DD. */
export interface Vaccination {
  name: string;
  given_on: string | null;
  expires_on: string | null;
}

/** `search` and `vaccination_ends` are derived from the other fields. */
@Schema({ collection: 'pets' })
export class Pet implements VersionedDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, default: null })
  species!: string | null;

  @Prop({ type: String, default: null })
  breed!: string | null;

  /** YYYY-MM-DD. */
  @Prop({ type: String, default: null })
  birth_date!: string | null;

  @Prop({ type: Number, default: null })
  weight_kg!: number | null;

  @Prop({ type: String, enum: PET_SEXES, default: 'unknown' })
  sex!: PetSex;

  @Prop({ type: String, default: null })
  coat!: string | null;

  @Prop({ type: [String], default: [] })
  allergies!: string[];

  @Prop({ type: [String], default: [] })
  temperament!: string[];

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  vaccinations!: Vaccination[];

  /** See `vaccinationEnds`. */
  @Prop({ type: [String], default: [] })
  vaccination_ends!: string[];

  @Prop({ type: String, default: null })
  photo_url!: string | null;

  @Prop({ type: String, default: null })
  notes!: string | null;

  @Prop({ type: [String], required: true })
  search!: string[];

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

/** A pet that is about to be stored. */
export type NewPet = Omit<Pet, 'created_at' | 'updated_at'>;

export const PetSchema = tenantSchema(Pet);
PetSchema.index({ company_id: 1, _id: -1 });
PetSchema.index({ company_id: 1, contact_id: 1, _id: -1 });
PetSchema.index({ company_id: 1, search: 1, _id: -1 });
PetSchema.index({ company_id: 1, vaccination_ends: 1, _id: 1 });
PetSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
