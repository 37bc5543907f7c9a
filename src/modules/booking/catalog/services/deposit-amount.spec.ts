import { Types } from 'mongoose';
import type { DepositDto } from './dto/service-parts.dto.js';
import { depositOf, type PricedVisit } from './deposit-amount.js';

const [bath, cut] = [new Types.ObjectId(), new Types.ObjectId()];
const visit = (price: number | null, deposit: DepositDto | null | undefined): PricedVisit => ({
  price,
  lines: [{ service_id: bath, price }],
  booked_services: [deposit === undefined ? { _id: bath } : { _id: bath, deposit }],
});

describe('the deposit of a visit', () => {
  it.each([
    ['is fixed', 8_000, { kind: 'fixed', value: 2_500 }, 2_500],
    ['is never above the price', 2_000, { kind: 'fixed', value: 2_500 }, 2_000],
    ['is fixed for a visit without a price', null, { kind: 'fixed', value: 2_500 }, 2_500],
    ['is a part of the price', 8_000, { kind: 'percent', value: 30 }, 2_400],
    ['is whole minor units', 9_995, { kind: 'percent', value: 33 }, 3_298],
    ['is rounded up from a half', 50, { kind: 'percent', value: 33 }, 17],
    ['is the whole price at most', 8_001, { kind: 'percent', value: 100 }, 8_001],
    ['needs a price for a percentage', null, { kind: 'percent', value: 30 }, 0],
    ['is none for a service without one', 8_000, null, 0],
    ['is none for a service older than the field', 8_000, undefined, 0],
  ] as const)('%s', (_title, price, deposit, amount) => {
    expect(depositOf(visit(price, deposit))).toBe(amount);
  });

  it('counts each service of a visit by its own lines', () => {
    const lines = [
      { service_id: bath, price: 5_000 },
      { service_id: bath, price: 3_001 },
      { service_id: cut, price: 2_000 },
    ];
    const booked_services = [
      { _id: bath, deposit: { kind: 'percent', value: 50 } as const },
      { _id: cut, deposit: { kind: 'fixed', value: 700 } as const },
    ];
    expect(depositOf({ price: 10_001, lines, booked_services })).toBe(4_001 + 700);
  });
});
