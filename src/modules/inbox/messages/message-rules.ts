import { isDeepStrictEqual } from 'node:util';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { CreateMessageDto, NoteDto } from './dto/message.dto.js';
import { isForwarded, type PostedInput } from './message-drafts.js';
import type { Attachment, Message } from '../message-log/index.js';
import { assertChoicesValid, choicesOf, isSameChoices } from './message-choices.js';
import { assertChoicesFit, assertTextFits, shownText } from '../message-sending/index.js';

type SentFile = Pick<Attachment, 'type' | 'url'> & Partial<Pick<Attachment, 'storage_key'>>;

/** A stored file is identified by its key, because its address changes. */
const FILE_FIELDS = ['type', 'url', 'storage_key'] as const;

/** @throws AppError FORBIDDEN | VALIDATION_ERROR | TEXT_TOO_LONG */
export function assertPostable(scope: CompanyScope, actor: Principal, input: CreateMessageDto, canSend: boolean): void {
  const { company_id, content, attachments, template, role, direction, platform } = input;
  if (company_id && company_id.toLowerCase() !== scope.id) throw AppError.forbidden('company_id is not your company');
  if (template) assertTemplateAlone(input, canSend);
  else if (!content?.trim() && !attachments?.length) {
    throw AppError.validation([{ field: 'content', message: 'content or an attachment is needed' }]);
  }
  if ((role === 'user') !== (direction === 'inbound')) {
    throw AppError.validation([{ field: 'direction', message: 'inbound is for role user, outbound for the others' }]);
  }
  if (role === 'user' && !mayUse(actor, 'messages:import')) {
    throw AppError.forbidden('Only an owner or a manager may record what a customer said');
  }
  assertChoicesValid(input);
  if (!content || !isForwarded(input, canSend)) return;
  const message = { content, ...choicesOf(input) };
  assertTextFits(platform, shownText(platform, message));
  assertChoicesFit(platform, message);
}

function assertTemplateAlone(input: CreateMessageDto, canSend: boolean): void {
  const { content, attachments, buttons, list } = input;
  if (content?.trim() || attachments?.length || buttons || list) {
    const message = 'template cannot be combined with content, attachments, buttons or list';
    throw AppError.validation([{ field: 'template', message }]);
  }
  if (!isForwarded(input, canSend)) {
    throw AppError.validation([{ field: 'template', message: 'template needs role operator and direction outbound' }]);
  }
}

/**
 * A repetition must have the same content, or it would be lost. Edited messages are not compared.
 * @throws AppError CLIENT_ID_REUSED
 */
export function assertSameMessage(stored: Message, input: PostedInput): void {
  if (stored.edited_at || stored.deleted_at) return;
  const { role, direction, platform, content = '', attachments, reply_to, template } = input;
  const isSame =
    stored.role === role &&
    stored.direction === direction &&
    stored.platform === platform &&
    stored.content === content &&
    stored.quoted?.message_id.toHexString() === reply_to?.toLowerCase() &&
    isSameChoices(stored, input) &&
    isSameFiles(stored.attachments, attachments) &&
    isSameTemplate(stored.template, template);
  if (!isSame) throw clientIdReused(stored);
}

/** The same for a note. @throws AppError CLIENT_ID_REUSED */
export function assertSameNote(stored: Message, { content }: NoteDto): void {
  const isSame = stored.edited_at !== null || stored.deleted_at !== null || stored.content === content;
  if (stored.visibility !== 'internal' || !isSame) throw clientIdReused(stored);
}

const clientIdReused = ({ _id }: Message): AppError =>
  AppError.conflict('CLIENT_ID_REUSED', 'Another message was stored under this client_id', { message_id: _id });

function isSameTemplate(stored: Message['template'], given: PostedInput['template']): boolean {
  if (!stored || !given) return !stored && !given;
  const { name, language, variables } = stored;
  return isDeepStrictEqual({ name, language, variables }, { variables: {}, ...given });
}

function isSameFiles(stored: readonly SentFile[], given: readonly SentFile[]): boolean {
  return (
    stored.length === given.length &&
    stored.every((file, i) => FILE_FIELDS.every((field) => file[field] === given[i]?.[field]))
  );
}
