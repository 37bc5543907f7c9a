import type { Leg } from './booking.js';

const LEG_SEPARATOR = '\n';
const FIELD_SEPARATOR = '|';

/** What of a leg counts for search; lanes hold neither separator. */
export type BusyLeg = Pick<Leg, 'lane' | 'from' | 'to' | 'quantity'>;

/** Legs as one text: a line each, `lane|from|to|quantity`. */
export function busyText(legs: readonly BusyLeg[]): string {
  return legs
    .map(({ lane, from, to, quantity }) => [lane, from, to, quantity].join(FIELD_SEPARATOR))
    .join(LEG_SEPARATOR);
}

/** Calls `visit` with each leg of a text. */
export function eachBusyLeg(text: string, visit: (leg: BusyLeg) => void): void {
  if (text === '') return;
  for (const line of text.split(LEG_SEPARATOR)) {
    const [lane = '', from, to, quantity] = line.split(FIELD_SEPARATOR);
    visit({ lane, from: Number(from), to: Number(to), quantity: Number(quantity) });
  }
}
