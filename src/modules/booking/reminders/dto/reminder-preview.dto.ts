import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Part } from '../../../../core/http/index.js';
import {
  REMINDER_KINDS,
  REMINDER_LOCALES,
  type ReminderKind,
  type ReminderLocale,
} from '../schemas/reminder-rule.schema.js';
import { ReminderTemplateDto, ReminderTextDto } from './reminder-rule.dto.js';

export class PreviewReminderDto {
  @Choice(REMINDER_KINDS)
  kind!: ReminderKind;

  @Part(() => ReminderTextDto)
  text!: ReminderTextDto;

  @Part(() => ReminderTemplateDto, { nullable: true })
  template?: ReminderTemplateDto | null;

  @Choice(REMINDER_LOCALES)
  locale!: ReminderLocale;

  @Id({ optional: true, description: 'Without it: the next appointment, else made-up values' })
  appointment_id?: string;
}

export class ReminderPreviewMessageDto {
  @ApiProperty({ example: 'Hi Ana! See you and Luna on Friday at 10:00.' })
  content!: string;

  @ApiProperty({ type: [String], example: ['Confirm', 'Cancel'] })
  buttons!: string[];
}

export class ReminderPreviewMailDto {
  @ApiProperty()
  subject!: string;

  @ApiProperty({ type: [String] })
  paragraphs!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'The label of the link that manages the appointment' })
  action!: string | null;

  @ApiProperty()
  footer!: string;
}

export class ReminderPreviewDto {
  @ApiProperty({ type: String, nullable: true, description: 'null: the values are made up' })
  appointment_id!: string | null;

  @ApiProperty({ type: ReminderPreviewMessageDto })
  message!: ReminderPreviewMessageDto;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string' },
    description: 'The values of the variables of the template; null without a template',
  })
  template!: Record<string, string> | null;

  @ApiProperty({ type: ReminderPreviewMailDto })
  mail!: ReminderPreviewMailDto;
}
