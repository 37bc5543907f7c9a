import type { AttachmentUrls } from '../message-log/index.js';
import { versionOf } from '../../../core/tenancy/index.js';
import type { ScheduledMessageDto } from './dto/scheduled-message.dto.js';
import type { ScheduledFile, ScheduledMessage } from './schemas/scheduled-message.schema.js';

export function toScheduledMessageDto(scheduled: ScheduledMessage, urls: AttachmentUrls): ScheduledMessageDto {
  const { content, send_at, cancel_on_reply, state, reason, created_at, updated_at } = scheduled;
  return {
    _id: scheduled._id.toHexString(),
    conversation_id: scheduled.conversation_id.toHexString(),
    author_id: scheduled.author_id.toHexString(),
    content,
    attachments: scheduled.attachments.map((file) => toFileDto(file, urls)),
    reply_to: scheduled.reply_to?.toHexString() ?? null,
    send_at,
    cancel_on_reply,
    state,
    reason,
    version: versionOf(scheduled),
    created_at,
    updated_at,
  };
}

function toFileDto(file: ScheduledFile, urls: AttachmentUrls): ScheduledMessageDto['attachments'][number] {
  const { type, file_description, name = null, mime_type = null, size = null } = file;
  return { type, url: urls.shown(file), file_description, name, mime_type, size };
}
