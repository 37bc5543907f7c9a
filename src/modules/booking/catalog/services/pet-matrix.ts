import type { PetMatrixRow } from '../../engine/index.js';
import type { PetMatrixRowDto } from './dto/service-parts.dto.js';
import type { BookableService } from './service.schema.js';

/** Replaces deltas by totals for one performer. */
export function toMatrixRow(
  row: PetMatrixRowDto,
  { duration_min, price }: Pick<BookableService, 'duration_min' | 'price'>,
): PetMatrixRow {
  const { species, size, coat, breed, refuse } = row;
  const minutes = row.minutes_delta === null ? row.minutes : duration_min + row.minutes_delta;
  const cost = row.price_delta === null ? row.price : (price ?? 0) + row.price_delta;
  return {
    ...(species ? { species } : {}),
    ...(size ? { size } : {}),
    ...(coat ? { coat } : {}),
    ...(breed ? { breed } : {}),
    ...(minutes === null ? {} : { minutes }),
    ...(cost === null ? {} : { price: cost }),
    ...(refuse ? { accepted: false } : {}),
  };
}

/** Minutes of a visit in which nothing of the service is done. */
export const gapMinutes = ({ segments }: Pick<BookableService, 'segments'>): number =>
  segments.reduce((sum, { gap_after_min }) => sum + gap_after_min, 0);
