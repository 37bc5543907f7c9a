import i18next from 'i18next';
import { api, call } from '#web/lib/api/client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { storeMessage } from './messages-queries.ts';
import type { Message } from './thread-merge.ts';

/** Sends a failed message again, under its own place in the history. */
export function retryMessage({ _id: id }: Message): void {
  call(api.POST('/api/v1/messages/{id}/retry', { params: { path: { id } } })).then(
    ({ messageData }) => storeMessage(messageData),
    toastError,
  );
}

/** Changes the text of a note. Returns false if the server refused it. */
export async function editNote({ _id: id }: Message, content: string): Promise<boolean> {
  try {
    storeMessage(await call(api.PATCH('/api/v1/messages/{id}', { params: { path: { id } }, body: { content } })));
    return true;
  } catch (error) {
    toastError(error);
    return false;
  }
}

/** Empties a note, or a message that was never sent. */
export function removeMessage({ _id: id }: Message): void {
  call(api.DELETE('/api/v1/messages/{id}', { params: { path: { id } } })).then(storeMessage, toastError);
}

/** Puts a text into the clipboard. Browsers refuse that on plain http. */
export function copyText(text: string): void {
  if (!('clipboard' in navigator)) return toast({ message: i18next.t('messages:copyRefused'), tone: 'error' });
  navigator.clipboard.writeText(text).then(
    () => toast({ message: i18next.t('messages:copied') }),
    () => toast({ message: i18next.t('messages:copyRefused'), tone: 'error' }),
  );
}

/** A failed message can be sent again, but not after the end of the reply window: the customer must write first. */
export const canRetry = ({ deleted_at, status, error }: Message): boolean =>
  deleted_at === null && status === 'failed' && error?.code !== 'WINDOW_CLOSED';

/** What the user may do with a message. */
export interface MessageAbilities {
  quote: boolean;
  copy: boolean;
  retry: boolean;
  edit: boolean;
  remove: boolean;
}

/** Only messages that the customer cannot have seen may be changed, and notes only by their author. */
export function abilitiesOf(message: Message, me: string): MessageAbilities {
  const { content, deleted_at, status, visibility, author } = message;
  const isThere = deleted_at === null;
  const isOwnNote = visibility === 'internal' && author.id === me;
  const isFailed = status === 'failed';
  return {
    quote: isThere && visibility === 'public',
    copy: isThere && content !== '',
    retry: canRetry(message),
    edit: isThere && isOwnNote,
    remove: isThere && (isOwnNote || isFailed),
  };
}
