import { versionOf } from '../../../core/tenancy/index.js';
import type { AttachmentUrls } from './attachment-urls.js';
import type { MessageButton, MessageList } from './schemas/message-choices.js';
import type { MessageTemplate } from './schemas/message-template.js';
import type { Attachment, Message } from './schemas/message.schema.js';

type TemplateView = Omit<MessageTemplate, 'parameters'>;
type AttachmentView = Required<Omit<Attachment, 'source' | 'storage_key' | 'has_playable_copy'>> & {
  playable_url: string | null;
};

export type MessageView = Omit<
  Message,
  | 'outbox'
  | 'bot'
  | 'external_ids'
  | 'unpublished_since'
  | 'unannounced_changes'
  | 'inbound_count'
  | 'attachments'
  | 'revision'
  | 'template'
  | 'buttons'
  | 'list'
> & {
  version: number;
  template: TemplateView | null;
  buttons: MessageButton[];
  list: MessageList | null;
  attachments: AttachmentView[];
  /** Hex. */
  assistant_turn_id: string | null;
};

/** Removes private fields and signs the addresses of stored files. */
export function toMessageView(message: Message, urls: AttachmentUrls): MessageView {
  const {
    outbox: _outbox,
    bot,
    external_ids: _ids,
    unpublished_since: _unpublished,
    unannounced_changes: _unannounced,
    inbound_count: _count,
    attachments,
    revision,
    template,
    buttons = [],
    list = null,
    ...view
  } = message;
  return {
    ...view,
    // Missing in messages that are older than quotes.
    quoted: view.quoted ?? null,
    template: template ? toTemplateView(template) : null,
    buttons,
    list,
    version: versionOf({ revision }),
    assistant_turn_id: bot?.turn_id?.toHexString() ?? null,
    attachments: attachments.map((attachment) => {
      const { source: _source, storage_key: _key, has_playable_copy: _copy, ...rest } = attachment;
      const unknown = { name: null, width: null, height: null, duration_sec: null, link_url: null };
      return { ...unknown, ...rest, url: urls.shown(attachment), playable_url: urls.playable(attachment) };
    }),
  };
}

function toTemplateView({ name, language, variables }: MessageTemplate): TemplateView {
  return { name, language, variables };
}
