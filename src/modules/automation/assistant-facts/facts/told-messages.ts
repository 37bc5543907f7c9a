import type { Message } from '../../../inbox/message-log/index.js';
import type { HeardMessage } from './facts.types.js';
import type { CustomerMessage, PastMessage } from '../../assistant-core/index.js';

/** The payload of a button of the assistant: its turn, and the id of the choice. */
const CHOICE_PAYLOAD = /^assistant:[^:]+:(.+)$/su;

const SPEAKERS = { user: 'customer', operator: 'staff', assistant: 'assistant' } as const;

export function customerMessage({ seq, content, attachments, context }: HeardMessage): CustomerMessage {
  const tapped = CHOICE_PAYLOAD.exec(context?.button?.payload ?? '')?.[1] ?? null;
  return { seq, text: content, tapped, has_files: attachments.length > 0 };
}

/** A message without text is told by the kind of its first file. */
export function pastMessage({ role, content, attachments }: Message): PastMessage {
  const file = attachments[0]?.type;
  return { from: SPEAKERS[role], text: content === '' && file ? `[${file}]` : content };
}
