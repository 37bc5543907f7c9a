import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const PROOF_STATES = ['waiting', 'accepted', 'refused'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** A file that proves a pending gate, for example a photo of a vaccination card. Staff accept or refuse it. */
@Schema({ collection: 'gate_proofs' })
export class GateProof implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  appointment_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  kind!: string;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: Types.ObjectId, default: null })
  pet_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true })
  storage_key!: string;

  @Prop({ type: String, required: true })
  mime_type!: string;

  @Prop({ type: Number, required: true })
  size!: number;

  @Prop({ type: String, required: true, enum: PROOF_STATES, default: 'waiting' })
  state!: ProofState;
}

export const GateProofSchema = tenantSchema(GateProof);
GateProofSchema.index({ company_id: 1, appointment_id: 1, _id: 1 });
