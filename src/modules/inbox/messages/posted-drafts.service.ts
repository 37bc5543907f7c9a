import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationOpener } from '../conversations/index.js';
import { type AppendGuard, AttachmentUrls, type MessageDraft, MessagesRepository } from '../message-log/index.js';
import { type FilledTemplate, TemplateFiller } from '../templates/index.js';
import type { ChosenTemplateDto, CreateMessageDto } from './dto/message.dto.js';
import { type PostedInput, postedDraft } from './message-drafts.js';
import { MessageQuotes } from './message-quotes.service.js';
import { ReplyWindows } from '../message-sending/index.js';
import { NewerReplyCheck } from './newer-reply-check.js';

export interface PostedDraft {
  /** The conversation that gets the message. */
  conversation: Conversation;
  /** The input with the storage keys of uploaded files. */
  posted: PostedInput;
  draft: MessageDraft;
  /** Throws AppError NEWER_REPLY. */
  guard: AppendGuard;
}

/** Makes the message to store from a posted one. */
@Injectable()
export class PostedDrafts {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly windows: ReplyWindows,
    private readonly templates: TemplateFiller,
    private readonly opener: ConversationOpener,
    private readonly urls: AttachmentUrls,
    private readonly quotes: MessageQuotes,
    private readonly newerReplies: NewerReplyCheck,
  ) {}

  /**
   * @param canSend whether the platform has a sender
   * @throws AppError NOT_FOUND | CONTACT_UNREACHABLE | INVALID_REPLY_TO | WINDOW_CLOSED, and those of
   *   {@link TemplateFiller.fill}
   */
  async make(scope: CompanyScope, actor: Principal, input: CreateMessageDto, canSend: boolean): Promise<PostedDraft> {
    const { contact_id, platform, conversation_id: id } = input;
    const named = id === undefined ? undefined : toObjectId(id);
    const conversation = await this.opener.open(scope, toObjectId(contact_id), platform, named);
    const quoted = await this.quotes.ofReply(scope, conversation._id, input.reply_to);
    const filled = input.template && (await this.filled(scope, conversation, input, input.template));
    const posted = { ...(await this.withStoredFiles(scope, input)), ...(filled && { content: filled.content }) };
    const template = filled && { template: filled.template };
    const draft = { ...postedDraft(posted, conversation, actor, canSend), ...template, quoted };
    if (draft.outbox) await this.assertMaySend(scope, conversation, draft);
    return { conversation, posted, draft, guard: this.newerReplies.forMessage(scope, actor, draft, input) };
  }

  /** A repeated request gets the text of the stored message, even if the template has changed. */
  private async filled(
    scope: CompanyScope,
    { _id, channel_id }: Conversation,
    { client_id }: CreateMessageDto,
    { name, language, variables = {} }: ChosenTemplateDto,
  ): Promise<FilledTemplate> {
    const stored = client_id ? await this.messages.findByClientId(scope, _id, client_id) : null;
    if (stored?.template) return { content: stored.content, template: stored.template };
    return this.templates.fill(scope, channel_id, { name, language, variables });
  }

  /** Accepts a repeated request, whose message is stored already. */
  private async assertMaySend(scope: CompanyScope, conversation: Conversation, draft: MessageDraft): Promise<void> {
    try {
      await this.windows.assertOpen(scope, conversation, draft);
    } catch (refusal) {
      if (!(await this.isStored(scope, draft))) throw refusal;
    }
  }

  private async isStored(scope: CompanyScope, { conversation_id, client_id }: MessageDraft): Promise<boolean> {
    return client_id !== undefined && (await this.messages.findByClientId(scope, conversation_id, client_id)) !== null;
  }

  /** Replaces the address of an uploaded file, which expires, by its storage key. */
  private async withStoredFiles(scope: CompanyScope, input: CreateMessageDto): Promise<PostedInput> {
    const { attachments = [], ...rest } = input;
    const files = await Promise.all(attachments.map((attachment) => this.urls.asStored(scope, attachment)));
    return { ...rest, attachments: files };
  }
}
