import { ApiProperty } from '@nestjs/swagger';
import { MessageButtonDto, MessageListDto } from '../../../inbox/messages/index.js';
import type { OfferedTimeView, OfferView } from '../offer.view.js';
import { OFFER_STATES, type OfferState } from '../schemas/time-offer.schema.js';

const NULLABLE = { type: String, nullable: true } as const;
const DATE = { type: String, format: 'date-time' } as const;

export class OfferedTimeDto implements OfferedTimeView {
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(DATE) ends_at!: string;
  @ApiProperty({ ...NULLABLE, description: 'Null: anybody who is free then' }) staff_id!: string | null;
  @ApiProperty(NULLABLE) staff_name!: string | null;
  @ApiProperty({ description: 'On the button, in the language of the customer', example: 'Tue 3 Dec, 10:30' })
  label!: string;
}

export class OfferDto implements OfferView {
  @ApiProperty() _id!: string;
  @ApiProperty() conversation_id!: string;
  @ApiProperty() contact_id!: string;
  @ApiProperty() service_id!: string;
  @ApiProperty({ example: 'Bath' }) service_name!: string;
  @ApiProperty({ type: [String] }) pet_ids!: string[];
  @ApiProperty({ type: [String], example: ['Luna'] }) pet_names!: string[];
  @ApiProperty({ type: [OfferedTimeDto], description: 'By time, three at most' }) slots!: OfferedTimeDto[];
  @ApiProperty({
    enum: OFFER_STATES,
    description:
      'accepted: the time is booked or requested; taken: it was no longer free, and other times were offered if there were any; withdrawn: by staff, or it could not be sent or booked',
  })
  state!: OfferState;
  @ApiProperty(DATE) expires_at!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The place in slots, from 0' }) chosen_slot!: number | null;
  @ApiProperty(NULLABLE) appointment_id!: string | null;
  @ApiProperty({ ...NULLABLE, description: 'The question in the conversation' }) message_id!: string | null;
  @ApiProperty({ ...NULLABLE, description: 'Who has offered the times' }) user_id!: string | null;
  @ApiProperty(DATE) created_at!: string;
  @ApiProperty(DATE) updated_at!: string;
}

export class OfferAnswerDto {
  @ApiProperty({ type: OfferDto }) offer!: OfferDto;
}

export class OfferPageDto {
  @ApiProperty({ type: [OfferDto] }) items!: OfferDto[];
  @ApiProperty(NULLABLE) nextCursor!: string | null;
}

export class OfferTextDto {
  @ApiProperty({ example: 'Bath for Luna: which time suits you?' }) content!: string;
  @ApiProperty({ type: [MessageButtonDto], required: false }) buttons?: MessageButtonDto[];
  @ApiProperty({ type: MessageListDto, required: false }) list?: MessageListDto;
}

/** What the customer would get. */
export class OfferPreviewDto {
  @ApiProperty({ type: [OfferedTimeDto] }) slots!: OfferedTimeDto[];
  @ApiProperty(DATE) expires_at!: string;
  @ApiProperty({ type: OfferTextDto, description: 'Buttons or a list, where the channel has them' })
  message!: OfferTextDto;
}
