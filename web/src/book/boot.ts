import { startFirstAnswer } from './first-answer.ts';

// The question goes out before React is loaded.
startFirstAnswer();
void import('./main.tsx');
