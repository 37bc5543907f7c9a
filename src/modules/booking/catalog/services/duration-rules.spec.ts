import { plainToInstance } from 'class-transformer';
import { CreateServiceDto } from './dto/service-input.dto.js';
import { durationProblems } from './duration-rules.js';
import { newService } from './service-fields.js';
import { assertServiceRules } from './service-rules.js';

const LIA = '64b000000000000000000001';
const NAMES = new Map([[LIA, 'Lia Souza']]);
const SEGMENTS = [
  { minutes: 20, staff: true },
  { minutes: 40, staff: true },
];

/** A service of 60 minutes for 30, which dogs make 18 minutes shorter and 25 cheaper, with Lia's own time or price. */
function problems(override: object, more: object = {}): string[] {
  const fields = {
    name: 'Groom',
    duration_min: 60,
    price: 30,
    pet_matrix: [{ species: 'dog', minutes_delta: -18, price_delta: -25 }],
    staff_overrides: [{ staff_id: LIA, ...override }],
    ...more,
  };
  return durationProblems(newService(plainToInstance(CreateServiceDto, fields)), NAMES).map(({ message }) => message);
}

describe('durations and prices of a service', () => {
  it.each([
    ['less than no time', { duration_min: 10 }, 'row 1 of pet_matrix (species dog) shortens the visit to -8 minutes'],
    ['no time', { duration_min: 18 }, 'row 1 of pet_matrix (species dog) shortens the visit to 0 minutes'],
    ['a price below 0', { price: 20 }, 'row 1 of pet_matrix (species dog) makes the price -5'],
  ])('refuses a person and a row that leave %s', (_, override, message) => {
    expect(problems(override)).toEqual([expect.stringContaining(`staff_overrides: with Lia Souza, ${message}`)]);
  });

  it('refuses a person and a row that leave a segment without time', () => {
    expect(problems({ duration_min: 20 }, { segments: SEGMENTS })).toEqual([
      expect.stringContaining('with Lia Souza, row 1 of pet_matrix (species dog) shortens a segment to 0 minutes'),
    ]);
  });

  it('refuses a person that leaves a segment without time', () => {
    expect(problems({ duration_min: 2 }, { segments: SEGMENTS, pet_matrix: [] })).toEqual([
      expect.stringContaining('with Lia Souza, the duration shortens a segment to 0 minutes'),
    ]);
  });

  it('refuses a row that leaves no time beside the gaps', () => {
    const segments = [
      { minutes: 20, gap_after_min: 30, staff: true },
      { minutes: 10, staff: true },
    ];
    const pet_matrix = [{ size: 'small', minutes_delta: -30 }];
    expect(problems({}, { segments, pet_matrix, staff_overrides: [] })).toEqual([
      expect.stringContaining('row 1 of pet_matrix (size small) shortens a segment to 0 minutes'),
    ]);
  });

  it('refuses a row that leaves no time', () => {
    const pet_matrix = [{ size: 'small', minutes_delta: -60 }];
    expect(problems({}, { pet_matrix, staff_overrides: [] })).toEqual([
      expect.stringContaining('pet_matrix: row 1 of pet_matrix (size small) shortens the visit to 0 minutes'),
    ]);
  });

  it('accepts combinations that leave a minute and a price of 0', () => {
    expect(problems({ duration_min: 19, price: 25 })).toEqual([]);
    expect(
      problems({ duration_min: 1 }, { pet_matrix: [{ species: 'dog', minutes_delta: -5, refuse: true }] }),
    ).toEqual([]);
  });

  it('refuses a service that needs staff in none of its segments', () => {
    const segments = [{ minutes: 60, staff: false }];
    const drying = newService(plainToInstance(CreateServiceDto, { name: 'Drying', duration_min: 60, segments }));
    expect(() => assertServiceRules(drying, NAMES)).toThrow(
      expect.objectContaining({ details: [{ field: 'segments', message: expect.stringContaining('staff: true') }] }),
    );
    expect(() => assertServiceRules({ ...drying, require_staff: false }, NAMES)).not.toThrow();
  });
});
