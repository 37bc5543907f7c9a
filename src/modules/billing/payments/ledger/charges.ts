import type { Charged } from '../../../booking/reservations/index.js';

export interface Charge {
  readonly kind: 'charge' | 'fee';
  /** In minor units. */
  readonly amount: number;
}

const ENDED: readonly Charged['state'][] = ['CANCELLED', 'NO_SHOW', 'EXPIRED', 'FAILED'];

/** A visit that did not take place costs its fees only. */
export function chargesOf({ state, price, fee }: Pick<Charged, 'state' | 'price' | 'fee'>): Charge[] {
  const charges: Charge[] = ENDED.includes(state) || !price ? [] : [{ kind: 'charge', amount: price }];
  return fee ? [...charges, { kind: 'fee', amount: fee }] : charges;
}

/** An appointment without a price may be paid with any amount. */
export const isPriced = ({ price, fee }: Pick<Charged, 'price' | 'fee'>): boolean => price !== null || fee !== null;
