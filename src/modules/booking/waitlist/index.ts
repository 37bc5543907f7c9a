export { windowsOfWaitlist } from './migrations/windows-of-waitlist.js';
export { WaitlistModule } from './waitlist.module.js';
