import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { diaryKeys, storeInDiaries } from './diary-queries.ts';
import type { ChangedAppointment } from './diary-merge.ts';

/** Keeps loaded diaries as the events say. Call it once. */
export function followCalendar(): void {
  const store = ({ appointment }: { appointment: ChangedAppointment }) => storeInDiaries(appointment);
  onEvent('appointment:held', store);
  onEvent('appointment:created', store);
  onEvent('appointment:updated', store);
  onEvent('appointment:cancelled', store);
  const readAgain = () => invalidateSoon(diaryKeys.diaries);
  onEvent('contact:updated', readAgain);
  onEvent('pet:updated', readAgain);
  onEvent('user:updated', readAgain);
  onEvent('company:updated', readAgain);
  // Working hours, closures, time off, services and places.
  onEvent('catalog:updated', readAgain);
}
