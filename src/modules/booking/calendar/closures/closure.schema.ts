import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

export const CLOSURE_SCOPES = ['all', 'arrivals', 'pickups'] as const;
/** `all`: no work. `arrivals`, `pickups`: pets stay, but none is brought or fetched. */
export type ClosureScope = (typeof CLOSURE_SCOPES)[number];

/** Local days, both included, on which the company is closed. */
@Schema({ collection: 'closures' })
export class Closure implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, required: true })
  starts_on!: string;

  @Prop({ type: String, required: true })
  ends_on!: string;

  /** "HH:MM" on each day; null: the whole day. */
  @Prop({ type: String, default: null })
  from!: string | null;

  @Prop({ type: String, default: null })
  to!: string | null;

  @Prop({ type: String, enum: CLOSURE_SCOPES, required: true })
  scope!: ClosureScope;

  /** A public holiday, such as BR 2026-09-07. Unique, so that a pack can be added again. */
  @Prop({ type: String })
  holiday?: string;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ClosureSchema = tenantSchema(Closure);
ClosureSchema.index({ company_id: 1, ends_on: 1, _id: 1 });
ClosureSchema.index(
  { company_id: 1, holiday: 1 },
  { unique: true, partialFilterExpression: { holiday: { $exists: true } } },
);
