import { followServerDrafts } from './draft-sync.ts';
import { followThreads } from './messages-queries.ts';
import { followViewers } from './viewers-store.ts';

/** Updates threads, drafts and viewers by live events. Call it once, before the first thread is read. */
export function followMessages(): void {
  followThreads();
  followViewers();
  followServerDrafts();
}
