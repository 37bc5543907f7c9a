import type { Types } from 'mongoose';
import type { BookableService } from './service.schema.js';

const PERCENT = 100;

/** A visit with what its services cost, in minor units. */
export interface PricedVisit {
  readonly price: number | null;
  readonly lines: readonly { readonly service_id: Types.ObjectId; readonly price: number | null }[];
  readonly booked_services: readonly Pick<BookableService, '_id' | 'deposit'>[];
}

/** The deposit of a visit in whole minor units, never above its price; 0: none. */
export function depositOf({ price, lines, booked_services }: PricedVisit): number {
  const parts = booked_services.map(({ _id, deposit }) => {
    const own = lines.filter(({ service_id }) => service_id.equals(_id));
    if (!deposit || own.length === 0) return 0;
    if (deposit.kind === 'fixed') return deposit.value;
    const base = own.length === lines.length ? price : own.reduce((sum, line) => sum + (line.price ?? 0), 0);
    return Math.round(((base ?? 0) * deposit.value) / PERCENT);
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  return price === null ? total : Math.min(total, price);
}
