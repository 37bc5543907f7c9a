import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** The link to one appointment. A revoked one is kept until staff or a notice issue a new one. */
@Schema({ collection: 'manage_links' })
export class ManageLink implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  appointment_id!: Types.ObjectId;

  @Prop({ type: Date })
  revoked_at?: Date;
}

export const ManageLinkSchema = tenantSchema(ManageLink);
ManageLinkSchema.index({ company_id: 1, appointment_id: 1 }, { unique: true });
