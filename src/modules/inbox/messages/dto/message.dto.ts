import { IsUrl, MaxLength } from 'class-validator';
import {
  Choice,
  EXAMPLE_IDS,
  Field,
  Flag,
  Id,
  Ids,
  PageQueryDto,
  Part,
  Parts,
  Pattern,
  RawText,
  Text,
  WholeNumber,
} from '../../../../core/http/index.js';
import { type Platform, PLATFORMS } from '../../../customers/contacts/index.js';
import {
  type AttachmentType,
  type Direction,
  DIRECTIONS,
  MAX_ATTACHMENTS,
  MAX_CONTENT_LENGTH,
  MESSAGE_ROLES,
  type MessageRole,
  OUTGOING_ATTACHMENT_TYPES,
} from '../../message-log/index.js';
import { ButtonInputDto, ListInputDto, MAX_BUTTONS } from './message-choices.dto.js';
import { TEMPLATE_LANGUAGE, TextValues } from '../../templates/index.js';

const MAX_URL_LENGTH = 2_048;
const MAX_DESCRIPTION_LENGTH = 500;
export const MAX_CLIENT_ID_LENGTH = 128;
const MAX_IDS = 200;
const MAX_TEMPLATE_NAME_LENGTH = 512;
const MAX_PAGE = 10_000;

export class AttachmentInputDto {
  @Choice(OUTGOING_ATTACHMENT_TYPES)
  type!: AttachmentType;

  /** Where the platform can fetch the file. */
  @Field(
    { type: String, format: 'uri', maxLength: MAX_URL_LENGTH },
    {},
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }),
    MaxLength(MAX_URL_LENGTH),
  )
  url!: string;

  @RawText(MAX_DESCRIPTION_LENGTH, { optional: true })
  file_description?: string;
}

export class ChosenTemplateDto {
  @Text(MAX_TEMPLATE_NAME_LENGTH, { example: 'appointment_reminder' })
  name!: string;

  @Pattern(TEMPLATE_LANGUAGE, 'a language as WhatsApp writes it, for instance pt_BR', { example: 'en_US' })
  language!: string;

  /** A value for each variable of the template, by its key. */
  @TextValues({ optional: true, example: { '1': 'Ana', '2': 'Luna', '3': 'Friday, 10:00' } })
  variables?: Record<string, string>;
}

export class CreateMessageDto {
  /** If given, the caller's own. */
  @Id({ optional: true })
  company_id?: string;

  @Id()
  contact_id!: string;

  /**
   * `operator` is a person of the staff; PetBuddy sends the message. `assistant` is another program that sends the message
   * itself; PetBuddy only stores it. `user` is the customer: for imports, by owners and managers only.
   */
  @Choice(MESSAGE_ROLES)
  role!: MessageRole;

  @Choice(PLATFORMS)
  platform!: Platform;

  @Choice(DIRECTIONS)
  direction!: Direction;

  /** Content, an attachment or a template is needed. Some platforms allow less text: 422 TEXT_TOO_LONG names the limit. */
  @RawText(MAX_CONTENT_LENGTH, { optional: true })
  content?: string;

  /** Instead of content: an approved template of WhatsApp. It may be sent outside the reply window. */
  @Part(() => ChosenTemplateDto, { optional: true })
  template?: ChosenTemplateDto;

  @Parts(() => AttachmentInputDto, MAX_ATTACHMENTS, { optional: true })
  attachments?: AttachmentInputDto[];

  /**
   * Buttons below the content. The customer's answer has the pressed one in `context.button`. Too many or too long ones
   * for the platform are 422 CHOICES_DO_NOT_FIT with the limit.
   */
  @Parts(() => ButtonInputDto, MAX_BUTTONS, { optional: true, minItems: 1 })
  buttons?: ButtonInputDto[];

  /** A list of choices instead of buttons. Platforms without lists get a numbered text. */
  @Part(() => ListInputDto, { optional: true })
  list?: ListInputDto;

  /** One of the contact's conversations on the platform; by default the most recent one. */
  @Id({ optional: true })
  conversation_id?: string;

  /** The client's own id of the message: sending it again stores nothing new, other words under it are 409 CLIENT_ID_REUSED. */
  @RawText(MAX_CLIENT_ID_LENGTH, { optional: true, minLength: 1 })
  client_id?: string;

  /** The message of this conversation that it quotes. WhatsApp shows the quote to the customer; elsewhere only staff see it. */
  @Id({ optional: true, example: EXAMPLE_IDS.message })
  reply_to?: string;

  /** `seq` of the newest message on the sender's screen; a newer reply of a colleague answers 409 NEWER_REPLY. */
  @WholeNumber(0, Number.MAX_SAFE_INTEGER, { optional: true })
  last_seen_seq?: number;

  /** Sends in spite of a newer reply. */
  @Flag({ optional: true })
  force?: boolean;
}

/** What the documentation fills in: the ordinary case first. */
export const CREATE_MESSAGE_EXAMPLES = {
  reply: {
    summary: 'A reply to a customer',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'operator',
      direction: 'outbound',
      platform: 'facebook',
      content: 'Luna is ready to be picked up.',
    },
  },
  with_buttons: {
    summary: 'A question with buttons',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'operator',
      direction: 'outbound',
      platform: 'facebook',
      content: 'Shall we wash Luna, too?',
      buttons: [
        { id: 'yes', title: 'Yes, please' },
        { id: 'no', title: 'No' },
      ],
    },
  },
  template: {
    summary: 'A template of WhatsApp, which may be sent when the reply window is closed',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'operator',
      direction: 'outbound',
      platform: 'whatsapp',
      template: {
        name: 'appointment_reminder',
        language: 'en_US',
        variables: { '1': 'Ana', '2': 'Luna', '3': 'Friday, 10:00' },
      },
    },
  },
  said_elsewhere: {
    summary: 'What a customer said elsewhere, recorded by an owner or a manager',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'user',
      direction: 'inbound',
      platform: 'other',
      content: 'Can I bring her on Friday?',
    },
  },
};

export class EditMessageDto {
  @RawText(MAX_CONTENT_LENGTH, { minLength: 1 })
  content!: string;
}

export class EditMessageByIdDto extends EditMessageDto {
  @Id()
  id!: string;
}

export class DeleteMessageByIdDto {
  @Id()
  id!: string;
}

export class ListMessagesDto extends PageQueryDto {
  @Id({ example: EXAMPLE_IDS.contact })
  contact_id!: string;

  @Choice(PLATFORMS, { optional: true })
  platform?: Platform;
}

export class MarkReadDto {
  /** Everything in the conversation … */
  @Id({ optional: true })
  conversation_id?: string;

  /** … or these messages. */
  @Ids(MAX_IDS, { optional: true, minItems: 1 })
  message_ids?: string[];
}

export class InstagramCustomersDto {
  @WholeNumber(1, MAX_PAGE, { optional: true })
  page?: number;

  @WholeNumber(1, 100, { optional: true })
  limit?: number;
}

export class NoteDto {
  /** The client's own id of the note: sending it again stores nothing new, other words under it are 409 CLIENT_ID_REUSED. */
  @RawText(MAX_CLIENT_ID_LENGTH, { optional: true, minLength: 1 })
  client_id?: string;

  @RawText(MAX_CONTENT_LENGTH, { minLength: 1 })
  content!: string;
}
