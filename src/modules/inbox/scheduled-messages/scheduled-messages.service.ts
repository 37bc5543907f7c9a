import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { assertVersion, type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationsService } from '../conversations/index.js';
import { AttachmentUrls } from '../message-log/index.js';
import { type AttachmentInputDto, MessagesService } from '../messages/index.js';
import type {
  ScheduledMessageDto,
  ScheduleMessageDto,
  UpdateScheduledMessageDto,
} from './dto/scheduled-message.dto.js';
import { ScheduledFiles } from './scheduled-files.service.js';
import { toScheduledMessageDto } from './scheduled-message.view.js';
import { alreadySending, clientIdReused, notForKeys, tooManyScheduled } from './scheduled-messages.errors.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import type { ScheduledMessage } from './schemas/scheduled-message.schema.js';

const MAX_AHEAD_YEARS = 5;
const MAX_AHEAD_MS = MAX_AHEAD_YEARS * 365 * 86_400_000;
const MAX_PER_CONVERSATION = 50;

/** Makes, changes and cancels replies that are sent later; {@link ScheduledMessageSender} sends them. */
@Injectable()
export class ScheduledMessagesService {
  constructor(
    private readonly scheduled: ScheduledMessagesRepository,
    private readonly files: ScheduledFiles,
    private readonly conversations: ConversationsService,
    private readonly messages: MessagesService,
    private readonly urls: AttachmentUrls,
    private readonly realtime: RealtimeService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async list(scope: CompanyScope, conversationId: Types.ObjectId): Promise<ScheduledMessageDto[]> {
    await this.conversations.find(scope, conversationId);
    const items = await this.scheduled.ofConversation(scope, conversationId);
    return items.map((item) => toScheduledMessageDto(item, this.urls));
  }

  /**
   * Returns the stored message if its `client_id` is known.
   * @throws AppError NOT_FOUND | FORBIDDEN | VALIDATION_ERROR | TOO_MANY_SCHEDULED | TEXT_TOO_LONG | FILE_TOO_LARGE |
   *   FILE_TYPE_UNSUPPORTED | CLIENT_ID_REUSED
   */
  async create(
    scope: CompanyScope,
    author: Principal,
    conversationId: Types.ObjectId,
    input: ScheduleMessageDto,
  ): Promise<ScheduledMessageDto> {
    if (author.keyPermissions) throw notForKeys();
    const conversation = await this.conversations.find(scope, conversationId);
    const others = await this.scheduled.ofConversation(scope, conversationId);
    const { content = '', cancel_on_reply = false, client_id } = input;
    const attachments = await this.storedFiles(scope, author, conversation, content, input.attachments);
    const reply_to = input.reply_to === undefined ? null : toObjectId(input.reply_to);
    const words = { content, attachments, reply_to };
    const known = client_id === undefined ? undefined : others.find((other) => other.client_id === client_id);
    if (known) return this.repeated(known, words);
    if (others.length >= MAX_PER_CONVERSATION) throw tooManyScheduled(MAX_PER_CONVERSATION);
    const send_at = futureTime(input.send_at);
    await this.files.keepUntil(scope, attachments, send_at);
    const _id = new Types.ObjectId();
    const stored = await this.scheduled.insertOnce(scope, {
      _id,
      conversation_id: conversation._id,
      contact_id: conversation.contact_id,
      author_id: toObjectId(author.userId),
      ...{ ...words, cancel_on_reply, ...plan(send_at, conversation) },
      ...(client_id === undefined ? {} : { client_id }),
    });
    return stored._id.equals(_id) ? this.changed(scope, stored) : this.repeated(stored, words);
  }

  /**
   * @throws AppError NOT_FOUND | VALIDATION_ERROR | ALREADY_SENDING | VERSION_MISMATCH | TEXT_TOO_LONG | FILE_TOO_LARGE |
   *   FILE_TYPE_UNSUPPORTED
   */
  async update(
    scope: CompanyScope,
    editor: Principal,
    id: Types.ObjectId,
    input: UpdateScheduledMessageDto,
    version?: number,
  ): Promise<ScheduledMessageDto> {
    const current = await this.scheduled.getById(scope, id);
    assertVersion('Scheduled message', current, version);
    const conversation = await this.conversations.find(scope, current.conversation_id);
    const { content = current.content, cancel_on_reply = current.cancel_on_reply } = input;
    const shown = current.attachments.map((file) => ({ ...file, url: this.urls.shown(file) }));
    const given = input.attachments ?? shown.map(({ type, url }) => ({ type, url }));
    const stored = await this.storedFiles(scope, editor, conversation, content, given);
    const attachments = input.attachments ? stored : current.attachments;
    const send_at = input.send_at === undefined ? undefined : futureTime(input.send_at);
    await this.files.keepUntil(scope, attachments, send_at ?? current.send_at);
    const planned = send_at ? plan(send_at, conversation) : {};
    const changes = { content, attachments, cancel_on_reply, ...planned };
    const edited = await this.scheduled.edit(scope, id, changes, version);
    if (!edited) throw await this.refusal(scope, id, version);
    await this.files.release(scope, current.attachments);
    return this.changed(scope, edited);
  }

  /** @throws AppError NOT_FOUND | ALREADY_SENDING */
  async cancel(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const { conversation_id, attachments } = await this.scheduled.getById(scope, id);
    if (!(await this.scheduled.cancel(scope, id))) throw await this.refusal(scope, id);
    await this.files.release(scope, attachments);
    await this.announce(scope, conversation_id);
  }

  /** Makes it due now with the caller as author. Ignores replies. @throws AppError NOT_FOUND | FORBIDDEN | ALREADY_SENDING */
  async makeDue(scope: CompanyScope, sender: Principal, id: Types.ObjectId): Promise<ScheduledMessage> {
    if (sender.keyPermissions) throw notForKeys();
    await this.scheduled.getById(scope, id);
    const now = new Date();
    const author_id = toObjectId(sender.userId);
    const due = {
      author_id,
      send_at: now,
      due_at: now,
      cancel_on_reply: false,
      state: 'scheduled' as const,
      reason: null,
    };
    const edited = await this.scheduled.edit(scope, id, due);
    if (!edited) throw await this.refusal(scope, id);
    return edited;
  }

  async announce(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    await this.realtime.publish(scope, 'scheduled:updated', { conversationId: conversationId.toHexString() });
  }

  /** @throws AppError CLIENT_ID_REUSED for other words than the stored ones */
  private repeated(stored: ScheduledMessage, words: Words): ScheduledMessageDto {
    if (!isDeepStrictEqual(comparable(stored), comparable(words))) throw clientIdReused(stored);
    return toScheduledMessageDto(stored, this.urls);
  }

  private async changed(scope: CompanyScope, scheduled: ScheduledMessage): Promise<ScheduledMessageDto> {
    await this.announce(scope, scheduled.conversation_id);
    return toScheduledMessageDto(scheduled, this.urls);
  }

  /** Makes the checks that do not depend on the time of sending. */
  private async storedFiles(
    scope: CompanyScope,
    author: Principal,
    { contact_id, platform }: Conversation,
    content: string,
    attachments: AttachmentInputDto[] = [],
  ): Promise<ScheduledMessage['attachments']> {
    const stored = await this.files.asStored(scope, attachments);
    const outgoing = { role: 'operator' as const, direction: 'outbound' as const };
    const input = { ...outgoing, contact_id: contact_id.toHexString(), platform, content, attachments };
    this.messages.assertSendable(scope, author, input, stored);
    return stored;
  }

  private async refusal(scope: CompanyScope, id: Types.ObjectId, version?: number): Promise<AppError> {
    const current = await this.scheduled.getById(scope, id);
    if (current.state !== 'sending') assertVersion('Scheduled message', current, version);
    return alreadySending();
  }
}

type Words = Pick<ScheduledMessage, 'content' | 'attachments' | 'reply_to'>;

/** An upload is known by its key, because its address changes. */
function comparable({ content, attachments, reply_to }: Words): unknown[] {
  return [
    content,
    reply_to?.toHexString(),
    attachments.map(({ type, url, storage_key }) => [type, storage_key ?? url]),
  ];
}

/** @throws AppError VALIDATION_ERROR */
function futureTime(text: string): Date {
  const time = new Date(text);
  const aheadMs = time.getTime() - Date.now();
  if (aheadMs > 0 && aheadMs <= MAX_AHEAD_MS) return time;
  const message = `send_at must be in the future, at most ${MAX_AHEAD_YEARS} years ahead`;
  throw AppError.validation([{ field: 'send_at', message }]);
}

function plan(send_at: Date, { inbound_count }: Conversation) {
  return { send_at, due_at: send_at, seen_inbound_count: inbound_count, state: 'scheduled' as const, reason: null };
}
