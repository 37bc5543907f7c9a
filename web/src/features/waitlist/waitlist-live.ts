import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { waitlistKey } from './waitlist-queries.ts';

const readAgain = (): void => invalidateSoon(waitlistKey);

// A module runs once, however many screens show the waitlist.
onEvent('waitlist:updated', readAgain);
onEvent('contact:updated', readAgain);
onEvent('pet:updated', readAgain);
