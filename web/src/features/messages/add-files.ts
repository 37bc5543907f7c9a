import i18next from 'i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { toast } from '#web/lib/toast.ts';
import { addUpload, problemOf } from './uploads.ts';

/** Puts files into the composer of a conversation, and says which ones cannot be sent. */
export function addFiles(row: Row, files: Iterable<File>): void {
  for (const file of files) {
    const problem = problemOf(file);
    if (problem) toast({ message: i18next.t(`messages:uploads.${problem}`, { name: file.name }), tone: 'error' });
    else addUpload(row._id, file, mayUpload(row, file));
  }
}

/** True if the limits cannot be read: the server checks the file when the message is sent. */
async function mayUpload(row: Row, file: File): Promise<boolean> {
  const problem = await import('./file-limits.ts')
    .then(({ channelProblem }) => channelProblem(row, file))
    .catch(() => undefined);
  if (problem !== undefined) toast({ message: problem, tone: 'error' });
  return problem === undefined;
}
