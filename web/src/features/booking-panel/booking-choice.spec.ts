import { type Slot, termsOfAnybody } from './booking-choice.ts';
import type { Service } from '../services/services-queries.ts';

const slot = (ends: string, ...staff_ids: string[]): Slot => ({ starts_at: '09:00', ends_at: ends, staff_ids });
const service = {
  staff_overrides: [
    { staff_id: 'lia', duration_min: 45, price: null },
    { staff_id: 'ana', duration_min: null, price: 9_500 },
  ],
  pets: { max: 2, plan: 'parallel' },
} as Service;

describe('the terms of a time with anybody', () => {
  it('are the usual ones if a person without own terms is free', () => {
    const usual = slot('10:00', 'ana', 'bia');
    expect(termsOfAnybody([slot('09:45', 'lia'), usual], service, 1)).toEqual({ slot: usual, termsOf: null });
    expect(termsOfAnybody([slot('10:00')], service, 1)).toMatchObject({ termsOf: null });
  });

  it('are those of the first free person of the list otherwise', () => {
    const [short, long] = [slot('09:45', 'lia'), slot('10:00', 'ana')];
    expect(termsOfAnybody([long, short], service, 1)).toEqual({ slot: short, termsOf: 'lia' });
    expect(termsOfAnybody([long], service, 1)).toEqual({ slot: long, termsOf: 'ana' });
    expect(termsOfAnybody([], service, 1)).toBeUndefined();
  });

  it('are not known if several people may do several pets', () => {
    expect(termsOfAnybody([slot('10:00', 'bia')], service, 2)?.termsOf).toBeUndefined();
    const one = { ...service, pets: { ...service.pets, plan: 'sequence' as const } };
    expect(termsOfAnybody([slot('10:00', 'bia')], one, 2)?.termsOf).toBeNull();
  });
});
