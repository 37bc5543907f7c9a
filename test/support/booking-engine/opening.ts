import type { BookingRules } from '../../../src/modules/booking/engine/index.js';
import { CELL_MS, range } from './clock.js';

/** Whether a visit of so many cells may begin there: work within opening times, and both ends where the door is open. */
export function isOpen(rules: BookingRules, start: number, length: number): boolean {
  const closed = (effect: string, cell: number): boolean =>
    (rules.closures ?? []).some(
      ({ starts_at, ends_at, forbids }) =>
        (!forbids || forbids.some((one) => one === effect)) &&
        starts_at.getTime() < (cell + 1) * CELL_MS &&
        ends_at.getTime() > cell * CELL_MS,
    );
  return (
    !range(start, start + length).some((cell) => closed('service', cell)) &&
    !closed('arrival', start) &&
    !closed('departure', start + length - 1)
  );
}
