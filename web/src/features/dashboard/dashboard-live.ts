import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { dashboardKeys } from './dashboard-queries.ts';

let isFollowing = false;

/** Reads the dashboard again when appointments, conversations or channels change. */
export function followDashboard(): void {
  if (isFollowing) return;
  isFollowing = true;
  const readToday = () => invalidateSoon(dashboardKeys.today);
  const readAll = () => {
    readToday();
    invalidateSoon(dashboardKeys.stats);
  };
  onEvent('appointment:created', readAll);
  onEvent('appointment:updated', readAll);
  onEvent('appointment:cancelled', readAll);
  onEvent('conversation:updated', readToday);
  onEvent('channel:health', readToday);
}
