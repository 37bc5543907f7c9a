import { priceRange } from './price-range.ts';
import { byPerson, type PetTraits, type PricedService, quoteFor } from './pet-matrix.ts';

const bath: PricedService = {
  duration_min: 60,
  price: 7_000,
  accepted_species: ['dog', 'cat'],
  pet_matrix: [
    { species: 'cat', minutes_delta: -15 },
    { size: 'large', minutes: 90, price: 11_000 },
    { size: 'Large', coat: 'long', minutes_delta: 60 },
    { breed: 'Poodle', price_delta: 2_000 },
    { size: 'giant', refuse: true },
  ],
  staff_ids: [],
  staff_overrides: [],
};
const OWN = { staff_id: 'ana', duration_min: 40, price: 9_500 };
const dog: PetTraits = { species: 'dog', size: null, coat: null, breed: null };

describe('the quote of a service for a pet', () => {
  it('is the usual duration and price if no row matches', () => {
    expect(quoteFor(bath, dog)).toEqual({ minutes: 60, price: 7_000, isAccepted: true });
  });

  it('takes duration and price each from the most specific row that names them', () => {
    expect(quoteFor(bath, { ...dog, size: 'large', coat: 'Long' })).toMatchObject({ minutes: 120, price: 11_000 });
    expect(quoteFor(bath, { ...dog, size: 'large', breed: 'poodle' })).toMatchObject({ minutes: 90, price: 9_000 });
    expect(quoteFor(bath, { ...dog, species: 'cat' })).toMatchObject({ minutes: 45, price: 7_000 });
  });

  it('says whether the pet is accepted', () => {
    expect(quoteFor(bath, { ...dog, size: 'giant' }).isAccepted).toBe(false);
    expect(quoteFor(bath, { ...dog, species: 'horse' }).isAccepted).toBe(false);
    expect(quoteFor(bath, { ...dog, species: null }).isAccepted).toBe(true);
  });

  it('begins with the own duration and price of a person', () => {
    const withOwn = { ...bath, staff_overrides: [OWN, { ...OWN, staff_id: 'lia', duration_min: null }] };
    expect(quoteFor(byPerson(withOwn, 'ana'), { ...dog, species: 'cat' })).toMatchObject({ minutes: 25, price: 9_500 });
    expect(quoteFor(byPerson(withOwn, 'ana'), { ...dog, size: 'large' })).toMatchObject({ minutes: 90, price: 11_000 });
    expect(quoteFor(byPerson(withOwn, 'lia'), dog)).toMatchObject({ minutes: 60, price: 9_500 });
    expect(quoteFor(byPerson(withOwn, 'bia'), dog)).toMatchObject({ minutes: 60, price: 7_000 });
  });

  it('has no price if the service has none and no row names one', () => {
    const free = { ...bath, price: null, pet_matrix: [{ size: 'large', price_delta: 500 }] };
    expect(quoteFor(free, dog).price).toBeNull();
    expect(quoteFor(free, { ...dog, size: 'large' }).price).toBe(500);
  });
});

describe('the range of prices of a service', () => {
  it('covers all pets that the service takes', () => {
    expect(priceRange(bath)).toEqual({ minutes: [45, 120], price: [7_000, 11_000] });
  });

  it('covers all people who do the service', () => {
    const plain = { ...bath, pet_matrix: [], staff_overrides: [OWN] };
    expect(priceRange(plain)).toEqual({ minutes: [40, 60], price: [7_000, 9_500] });
    expect(priceRange({ ...plain, staff_ids: ['ana'] })).toEqual({ minutes: [40, 40], price: [9_500, 9_500] });
  });

  it('has no price if no row names one', () => {
    expect(priceRange({ ...bath, price: null, pet_matrix: [] })).toEqual({ minutes: [60, 60], price: null });
  });

  it('does not exist if the service takes no pet', () => {
    expect(
      priceRange({
        ...bath,
        pet_matrix: [
          { refuse: true, species: 'dog' },
          { refuse: true, species: 'cat' },
        ],
      }),
    ).toBe(undefined);
  });
});
