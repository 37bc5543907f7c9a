import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../tenancy/index.js';

/** A client that was away longer loads everything again. */
export const EVENT_RETENTION_MS = 48 * 3_600_000;

@Schema({ collection: 'realtime_events' })
export class RealtimeEventRecord {
  /** Grows by one with each event of the company, without gaps. */
  @Prop({ type: Number, required: true })
  seq!: number;

  @Prop({ type: String, required: true })
  event!: string;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  data!: Record<string, unknown>;
}

export type RealtimeEventDocument = RealtimeEventRecord & TenantDocument;

export const RealtimeEventSchema = tenantSchema(RealtimeEventRecord);
RealtimeEventSchema.index({ company_id: 1, seq: 1 }, { unique: true });
RealtimeEventSchema.index({ created_at: 1 });
