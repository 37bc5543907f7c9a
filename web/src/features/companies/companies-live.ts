import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { companyQuery } from '#web/lib/session/session.ts';

/** Reads the company again when a colleague changes it. Call it once. */
export function followCompany(): void {
  onEvent('company:updated', () => invalidateSoon(companyQuery.queryKey));
}
