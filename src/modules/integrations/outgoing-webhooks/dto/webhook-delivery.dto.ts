import { ApiProperty } from '@nestjs/swagger';
import { Choice, Instant, PageQueryDto } from '../../../../core/http/index.js';
import { DELIVERY_STATUSES, type DeliveryStatus, type WebhookDelivery } from '../schemas/webhook-delivery.schema.js';
import { bodyOf } from '../webhook-sender.js';

export class ListDeliveriesQueryDto extends PageQueryDto {
  @Choice(DELIVERY_STATUSES, { optional: true })
  status?: DeliveryStatus;
}

export class ReplayWebhookDto {
  /** Every event since then is sent again, at most the last 30 days. */
  @Instant({ example: '2030-01-31T09:00:00Z' })
  since!: string;
}

export class ReplayedWebhookDto {
  /** Deliveries that are sent again; events of the last 48 hours that had none yet come on top. */
  replayed!: number;
}

export class DeliveryAttemptDto {
  at!: Date;
  duration_ms!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Null if no response came', example: 200 })
  response_status!: number | null;
  @ApiProperty({ description: 'The first 2,048 bytes of the response' })
  response_body!: string;
  @ApiProperty({ type: String, nullable: true, description: 'In plain words; null for a success' })
  error!: string | null;
}

export class WebhookDeliveryDto {
  _id!: string;
  @ApiProperty({ description: 'The `webhook-id` header: the same for every attempt and replay of the event' })
  event_id!: string;
  @ApiProperty({ example: 'message.created' })
  event!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the event in the company; null for a test' })
  seq!: number | null;
  occurred_at!: Date;
  @ApiProperty({ enum: DELIVERY_STATUSES })
  status!: DeliveryStatus;
  @ApiProperty({ type: [DeliveryAttemptDto], description: 'The newest 20, the oldest of them first' })
  attempts!: DeliveryAttemptDto[];
  @ApiProperty({ type: Date, nullable: true, description: 'Only while it is pending' })
  next_attempt_at!: Date | null;
}

export class WebhookDeliveryDetailsDto extends WebhookDeliveryDto {
  @ApiProperty({ description: 'The body that is sent, as JSON text' })
  body!: string;
}

export class WebhookDeliveryPageDto {
  @ApiProperty({ type: [WebhookDeliveryDto] })
  items!: WebhookDeliveryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toWebhookDeliveryDto(delivery: WebhookDelivery): WebhookDeliveryDto {
  const { _id, event_id, event, seq, occurred_at, status, attempts, next_attempt_at } = delivery;
  const next = next_attempt_at ?? null;
  return { _id: _id.toHexString(), event_id, event, seq, occurred_at, status, attempts, next_attempt_at: next };
}

export function toDeliveryDetailsDto(delivery: WebhookDelivery): WebhookDeliveryDetailsDto {
  return { ...toWebhookDeliveryDto(delivery), body: bodyOf(delivery) };
}
