import { bootSession } from '#web/lib/session/session.ts';

// The refresh starts before React is loaded.
void bootSession();
void import('./main.tsx');
