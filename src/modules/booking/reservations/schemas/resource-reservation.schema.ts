import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Claim } from '../booking.js';

/** A claim; `_id` is "<company>|<lane>|<cell>|<k>". The unique `_id` forbids double booking. */
@Schema({ collection: 'resource_reservations' })
export class ResourceReservation implements TenantOwned, Claim {
  @Prop({ type: String })
  _id!: string;

  company_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  lane!: string;

  @Prop({ type: Number, required: true })
  cell!: number;

  @Prop({ type: Number, required: true })
  k!: number;

  @Prop({ type: Types.ObjectId, required: true })
  b!: Types.ObjectId;

  @Prop({ type: String, required: true })
  a!: string;
}

export const ResourceReservationSchema = tenantSchema(ResourceReservation);
ResourceReservationSchema.index({ company_id: 1, lane: 1, cell: 1 });
ResourceReservationSchema.index({ company_id: 1, b: 1 });
