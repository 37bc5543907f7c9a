import { Text, Weight } from '../../../../core/http/index.js';

const MAX_LABEL = 100;

/** A pet that is described instead of named: what decides about duration, price and who or what is fit for it. */
export class DescribedPetDto {
  @Text(MAX_LABEL)
  species!: string;

  @Text(MAX_LABEL, { optional: true, description: 'Name of a size of the booking settings; left out: by the weight' })
  size?: string;

  @Weight({ optional: true })
  weight_kg?: number;

  @Text(MAX_LABEL, { optional: true })
  coat?: string;

  @Text(MAX_LABEL, { optional: true })
  breed?: string;
}

export const PETS_EXAMPLE = '[{"species":"dog","weight_kg":8,"coat":"long"}]';
