import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Choice, Field, Flag, Ids, Part, RawText, Text, WholeNumber } from '../../../../core/http/index.js';
import { TextValues } from '../../../inbox/templates/index.js';
import {
  REMINDER_CHANNELS,
  REMINDER_KINDS,
  type ReminderChannel,
  type ReminderKind,
  type ReminderRule,
  type ReminderTemplate,
} from '../schemas/reminder-rule.schema.js';

const MAX_TEXT = 1_000;
const MAX_SERVICES = 100;
const MAX_MINUTES_BEFORE = 90 * 1_440;
const MIN_MINUTES_BEFORE = 15;
const MAX_DAYS_AFTER = 730;
const MAX_HOURS_AFTER = 72;
const MAX_MONTHS = 24;
const MAX_TEMPLATE_NAME = 512;

/** A text for each language, with variables such as {{pet.name}}. */
export class ReminderTextDto {
  @RawText(MAX_TEXT, { optional: true, minLength: 1 })
  'pt-BR'?: string;

  @RawText(MAX_TEXT, { optional: true, minLength: 1 })
  en?: string;

  @RawText(MAX_TEXT, { optional: true, minLength: 1 })
  es?: string;
}

export class ReminderTemplateDto implements ReminderTemplate {
  @Text(MAX_TEMPLATE_NAME, { description: 'Of a template of the WhatsApp channels' })
  name!: string;

  @TextValues({
    description: 'A text for each variable of the template; it may hold variables of rules',
    example: { '1': '{{contact.first_name}}' },
  })
  values!: Record<string, string>;
}

export class CreateReminderRuleDto {
  @Choice(REMINDER_KINDS, {
    description:
      'reminder: before the visit; aftercare and review: after it; rebook: when the next visit is due; vaccination: before one ends',
  })
  kind!: ReminderKind;

  @Ids(MAX_SERVICES, { optional: true, description: 'Empty: every service' })
  service_ids?: string[];

  @WholeNumber(MIN_MINUTES_BEFORE, MAX_MINUTES_BEFORE, {
    nullable: true,
    description: 'For reminder and vaccination (whole days)',
  })
  minutes_before?: number | null;

  @WholeNumber(1, MAX_DAYS_AFTER, { nullable: true, description: 'For aftercare, rebook and review' })
  days_after?: number | null;

  @WholeNumber(1, MAX_HOURS_AFTER, { nullable: true, description: 'For aftercare and review, instead of days_after' })
  hours_after?: number | null;

  @WholeNumber(1, MAX_MONTHS, {
    nullable: true,
    description: 'For review: a customer is asked at most once in so many months',
  })
  once_per_months?: number | null;

  @Part(() => ReminderTextDto)
  text!: ReminderTextDto;

  @Field(
    {
      type: 'array',
      items: { type: 'string', enum: [...REMINDER_CHANNELS] },
      uniqueItems: true,
      minItems: 1,
      maxItems: REMINDER_CHANNELS.length,
    },
    { description: 'The ways to the customer; the first open one of message, template and mail is taken' },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(REMINDER_CHANNELS.length),
    ArrayUnique(),
    IsIn(REMINDER_CHANNELS, { each: true }),
  )
  channels!: ReminderChannel[];

  @Part(() => ReminderTemplateDto, { nullable: true, description: 'For the channel template' })
  template?: ReminderTemplateDto | null;

  @Flag({ description: 'Whether it is sent' })
  active!: boolean;
}

/** Fields that are left out stay as they are. */
export class UpdateReminderRuleDto extends PartialType(OmitType(CreateReminderRuleDto, ['kind'] as const), {
  skipNullProperties: false,
}) {}

export class ReminderRuleDto {
  @ApiProperty({ example: '65a000000000000000000001' })
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty({ enum: REMINDER_KINDS })
  kind!: ReminderKind;

  @ApiProperty({ type: [String] })
  service_ids!: string[];

  @ApiProperty({ type: Number, nullable: true })
  minutes_before!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  days_after!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  hours_after!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  once_per_months!: number | null;

  @ApiProperty({ type: ReminderTextDto })
  text!: ReminderTextDto;

  @ApiProperty({ enum: REMINDER_CHANNELS, isArray: true })
  channels!: ReminderChannel[];

  @ApiProperty({ type: ReminderTemplateDto, nullable: true })
  template!: ReminderTemplateDto | null;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

export class ReminderRulePageDto {
  @ApiProperty({ type: [ReminderRuleDto], description: 'The oldest first' })
  items!: ReminderRuleDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ReadyRulesDto {
  @ApiProperty({ type: [CreateReminderRuleDto], description: 'Proposals; a company begins without any rule' })
  items!: CreateReminderRuleDto[];
}

export function toRuleDto({ revision, swept_until: _swept, ...rule }: ReminderRule): ReminderRuleDto {
  return {
    ...rule,
    _id: rule._id.toHexString(),
    company_id: rule.company_id.toHexString(),
    service_ids: rule.service_ids.map((id) => id.toHexString()),
    version: revision,
  };
}
