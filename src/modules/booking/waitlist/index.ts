export { waitlistLastDates } from './migrations/waitlist-last-dates.js';
export { WaitlistModule } from './waitlist.module.js';
