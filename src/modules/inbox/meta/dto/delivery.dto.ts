import { ApiProperty } from '@nestjs/swagger';

const OBJECTS = ['page', 'instagram', 'whatsapp_business_account'];

/** What Meta posts. Further members and objects are Meta's affair: what is not known is passed over. */
export class DeliveryDto {
  @ApiProperty({ enum: OBJECTS })
  object!: string;

  /** Accounts with their events: `messaging[]`, `standby[]` or `changes[]`. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  entry!: Record<string, unknown>[];
}
