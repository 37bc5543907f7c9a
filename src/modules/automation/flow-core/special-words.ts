/** What a customer wants from any place of any flow. */
export type Escape = 'opt_out' | 'opt_in' | 'person' | 'restart';

export function escapeOf(_text: string): Escape | null {
  throw new Error('not written yet');
}

/** Whether a message tells of an animal in danger. Unsure texts count as an emergency, because a missed one costs more. */
export function isEmergency(_text: string): boolean {
  throw new Error('not written yet');
}
