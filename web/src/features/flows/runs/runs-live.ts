import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { runKeys } from './runs-queries.ts';

// A module runs once, however many screens show runs.
onEvent('flow:run', ({ run }) => {
  invalidateSoon(runKeys.lists);
  invalidateSoon(runKeys.one(run._id));
  invalidateSoon(runKeys.ofConversation(run.conversation_id));
});
