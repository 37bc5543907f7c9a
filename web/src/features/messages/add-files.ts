import i18next from 'i18next';
import { toast } from '#web/lib/toast.ts';
import { addUpload, problemOf } from './uploads.ts';

/** Puts files into the composer of a conversation, and says which ones cannot be sent. */
export function addFiles(conversationId: string, files: Iterable<File>): void {
  for (const file of files) {
    const problem = problemOf(file);
    if (problem) toast({ message: i18next.t(`messages:uploads.${problem}`, { name: file.name }), tone: 'error' });
    else addUpload(conversationId, file);
  }
}
