import { followServerDrafts } from './draft-sync.ts';
import { followDrafts } from './drafts.ts';
import { followThreads } from './messages-queries.ts';
import { followViewers } from './viewers-store.ts';

/** Keeps threads, drafts and viewers as the events say. Call it once, before the first thread is read. */
export function followMessages(): void {
  followThreads();
  followViewers();
  followDrafts();
  followServerDrafts();
}
