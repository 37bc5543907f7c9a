import type { Wait } from '../visitor-api.ts';
import type { Words } from '../words.ts';

/** What the page says first. A request is not booked yet. */
export function titleOf(
  { state, is_pending }: Pick<Wait, 'state' | 'is_pending'>,
  { waitlist, booked }: Words,
): string {
  if (state === 'booked' && is_pending) return booked.titleRequest;
  return waitlist.titles[state === 'offered' ? 'waiting' : state];
}
