import { versionOf } from '../../../core/tenancy/index.js';
import type { AttachmentUrls } from './attachment-urls.js';
import type { Attachment, Message } from './schemas/message.schema.js';

type AttachmentView = Omit<Attachment, 'source' | 'storage_key'>;

/** A message as clients get it. */
export type MessageView = Omit<
  Message,
  'outbox' | 'external_ids' | 'unpublished_since' | 'unannounced_changes' | 'inbound_count' | 'attachments' | 'revision'
> & {
  version: number;
  attachments: AttachmentView[];
};

/** Takes out the sending side, the provider's addresses and what only the database needs; signs those of our files. */
export function toMessageView(message: Message, urls: AttachmentUrls): MessageView {
  const {
    outbox: _outbox,
    external_ids: _ids,
    unpublished_since: _unpublished,
    unannounced_changes: _unannounced,
    inbound_count: _count,
    attachments,
    revision,
    ...view
  } = message;
  return {
    ...view,
    version: versionOf({ revision }),
    attachments: attachments.map((attachment) => {
      const { source: _source, storage_key: _key, ...rest } = attachment;
      return { ...rest, url: urls.shown(attachment) };
    }),
  };
}
