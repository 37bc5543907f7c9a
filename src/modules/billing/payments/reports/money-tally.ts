import type { DeskMethod, Movement, PaymentMethod } from '../payment.types.js';
import type { Payment } from '../schemas/payment.schema.js';

/** In minor units; `refunded` is above 0. */
export interface MoneySums {
  readonly received: number;
  readonly refunded: number;
  readonly net: number;
}

export interface MethodSums extends MoneySums {
  readonly method: PaymentMethod;
  readonly desk_method: DeskMethod | null;
  readonly count: number;
}

/** Adds up movements, in all and by method. */
export class MoneyTally {
  private readonly methods = new Map<string, MethodSums>();

  add({ method, desk_method }: Pick<Payment, 'method' | 'desk_method'>, { kind, amount }: Movement): void {
    const key = `${method}:${desk_method ?? ''}`;
    const { received, refunded, net, count } = this.methods.get(key) ?? NOTHING;
    const isPayment = kind === 'payment';
    const sums = {
      ...{ method, desk_method },
      received: received + (isPayment ? amount : 0),
      refunded: refunded - (isPayment ? 0 : amount),
      net: net + amount,
      count: count + (isPayment ? 1 : 0),
    };
    this.methods.set(key, sums);
  }

  /** The largest sum first. */
  byMethod(): MethodSums[] {
    return [...this.methods.values()].sort((a, b) => b.net - a.net);
  }

  total(): MoneySums {
    return this.byMethod().reduce<MoneySums>(
      (total, one) => ({
        received: total.received + one.received,
        refunded: total.refunded + one.refunded,
        net: total.net + one.net,
      }),
      { received: 0, refunded: 0, net: 0 },
    );
  }
}

const NOTHING = { received: 0, refunded: 0, net: 0, count: 0 } as const;
