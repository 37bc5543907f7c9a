import type { Size } from '#web/features/booking-settings/booking-settings-queries.ts';

/** The name of the size that a typed weight means; undefined for a text that is no weight. */
export function sizeOf(weight: string, sizes: readonly Size[]): string | undefined {
  const kg = Number(weight.replace(',', '.'));
  if (!(kg > 0)) return undefined;
  return sizes.find(({ max_kg }) => max_kg === null || max_kg === undefined || kg <= max_kg)?.name;
}
