import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Choice, EXAMPLE_IDS, Id, PageQueryDto, Parts, Pattern, RawText, Text } from '../../../../core/http/index.js';
import {
  type Template,
  TEMPLATE_CATEGORIES,
  TEMPLATE_QUALITIES,
  TEMPLATE_STATUSES,
  type TemplateStatus,
  UNSUPPORTED_TEMPLATES,
} from '../schemas/template.schema.js';
import type { NewTemplate } from '../template-provider.js';
import { BUTTON_TYPES, type TemplateButton } from '../template-text.js';
import { TextValues } from './text-values.decorator.js';

const MAX_SEARCH_LENGTH = 100;
const MAX_HEADER_LENGTH = 60;
const MAX_BODY_LENGTH = 1_024;
const MAX_FOOTER_LENGTH = 60;
const MAX_BUTTONS = 10;
const MAX_BUTTON_LENGTH = 25;
const MAX_URL_LENGTH = 2_000;
const NAME = /^[a-z0-9_]{1,512}$/;
export const TEMPLATE_LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,4})?$/;
const PHONE = /^\+?\d{7,20}$/;

export class TemplateButtonDto {
  @Choice(BUTTON_TYPES)
  type!: TemplateButton['type'];

  @Text(MAX_BUTTON_LENGTH)
  text!: string;

  /** The address of a link. It may end with the variable `{{1}}`. */
  @Text(MAX_URL_LENGTH, { optional: true })
  url?: string;

  @Pattern(PHONE, 'a phone number with its country, for instance +5511988887777', { optional: true })
  phone_number?: string;
}

export class ListTemplatesDto extends PageQueryDto {
  @Id({ optional: true, example: EXAMPLE_IDS.channel })
  channel_id?: string;

  @Choice(TEMPLATE_STATUSES, { optional: true })
  status?: TemplateStatus;

  /** Searches the name and the text. */
  @Text(MAX_SEARCH_LENGTH, { optional: true })
  q?: string;
}

export class SyncTemplatesDto {
  @Id({ example: EXAMPLE_IDS.channel })
  channel_id!: string;
}

export class CreateTemplateDto {
  @Id({ example: EXAMPLE_IDS.channel })
  channel_id!: string;

  /** It cannot be changed later. */
  @Pattern(NAME, 'small letters, digits and _, for instance visit_tomorrow')
  name!: string;

  @Pattern(TEMPLATE_LANGUAGE, 'a language as WhatsApp writes it, for instance en_US or pt_BR')
  language!: string;

  @Choice(['utility', 'marketing'])
  category!: 'utility' | 'marketing';

  @Text(MAX_HEADER_LENGTH, { optional: true })
  header?: string;

  /** Variables are `{{1}}`, `{{2}}`, … or names such as `{{pet_name}}`. */
  @RawText(MAX_BODY_LENGTH, { minLength: 1 })
  body!: string;

  @Text(MAX_FOOTER_LENGTH, { optional: true })
  footer?: string;

  @Parts(() => TemplateButtonDto, MAX_BUTTONS, { optional: true })
  buttons?: TemplateButtonDto[];

  /** An example for each variable: `{"pet_name": "Luna"}`; `header.pet_name` for the header, `button.0` for a link. */
  @TextValues({ optional: true })
  examples?: Record<string, string>;
}

export class TemplateVariableDto {
  /** The key of its value in a message. */
  @ApiProperty({ example: 'pet_name' }) key!: string;
  @ApiProperty({ enum: ['header', 'body', 'button'] }) place!: string;
  @ApiProperty({ example: 'Luna' }) example!: string;
}

export class TemplateButtonViewDto {
  @ApiProperty({ enum: BUTTON_TYPES }) type!: string;
  text!: string;
  @ApiPropertyOptional() url?: string;
  @ApiPropertyOptional() phone_number?: string;
}

export class TemplateComponentsDto {
  @ApiProperty({ type: String, nullable: true }) header!: string | null;
  body!: string;
  @ApiProperty({ type: String, nullable: true }) footer!: string | null;
  @ApiProperty({ type: () => TemplateButtonViewDto, isArray: true }) buttons!: readonly TemplateButtonViewDto[];
}

export class TemplateDto {
  _id!: string;
  channel_id!: string;
  name!: string;
  @ApiProperty({ example: 'pt_BR' }) language!: string;
  /** Only an approved template may be sent. */
  @ApiProperty({ enum: TEMPLATE_STATUSES }) status!: string;
  @ApiProperty({ enum: TEMPLATE_CATEGORIES }) category!: string;
  /** WhatsApp's measure of the customers' reactions. */
  @ApiProperty({ enum: TEMPLATE_QUALITIES }) quality!: string;
  /** WhatsApp's word for the reason. */
  @ApiProperty({ type: String, nullable: true, example: 'INVALID_FORMAT' }) rejected_reason!: string | null;
  components!: TemplateComponentsDto;
  variables!: TemplateVariableDto[];
  /** The reason why PetBuddy cannot send it; null if it can. */
  @ApiProperty({ enum: UNSUPPORTED_TEMPLATES, nullable: true, type: String }) unsupported!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) synced_at!: string;
}

export class TemplatePageDto {
  items!: TemplateDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class SyncedTemplatesDto {
  /** The number of templates of the channel. */
  templates!: number;
}

export function toNewTemplate(input: CreateTemplateDto): NewTemplate {
  const { name, language, category, header = null, body, footer = null, buttons = [], examples = {} } = input;
  return { name, language, category, components: { header, body, footer, buttons }, examples };
}

export function toTemplateDto(template: Template): TemplateDto {
  const { name, language, status, category, quality, rejected_reason, components, unsupported, synced_at } = template;
  return {
    _id: template._id.toHexString(),
    channel_id: template.channel_id.toHexString(),
    ...{ name, language, status, category, quality, rejected_reason, unsupported },
    components,
    variables: template.variables.map(({ key, place, example }) => ({ key, place, example })),
    synced_at: synced_at.toISOString(),
  };
}
