import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { paymentsKey } from './payments-queries.ts';

const readAgain = (): void => invalidateSoon(paymentsKey);

// A module runs once, however many screens show payments.
onEvent('payment:updated', readAgain);
onEvent('appointment:updated', readAgain);
onEvent('appointment:cancelled', readAgain);
