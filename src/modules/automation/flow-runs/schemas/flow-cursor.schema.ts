import { Prop, Schema } from '@nestjs/mongoose';
import type { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** How far the event log of a company is read. It exists while the company has a live flow or an active run. */
@Schema({ collection: 'flow_cursors' })
export class FlowCursor implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Events of the log up to this number are stored as work. */
  @Prop({ type: Number, required: true })
  seq!: number;

  /** Messages before this time are not answered by flows. */
  @Prop({ type: Date, required: true })
  since!: Date;
}

export const FlowCursorSchema = tenantSchema(FlowCursor);
FlowCursorSchema.index({ company_id: 1 }, { unique: true });
