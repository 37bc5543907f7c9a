import type { Draft, Step } from './draft.ts';
import type { BookingPage } from './visitor-api.ts';

/** Of every step's screen. */
export interface StepProps {
  slug: string;
  page: BookingPage;
  draft: Draft;
  /** Keeps answers. */
  change: (fields: Partial<Draft>) => void;
  go: (step: Step) => void;
  /** The appointment exists; its link has this token. */
  onBooked: (token: string) => void;
  /** The visitor is on the waitlist; the link of the entry has this token. */
  onJoined: (token: string) => void;
}
