import { Id, Ids, Instant, Parts, Text } from '../../../../core/http/index.js';
import { MAX_PETS } from '../../engine/index.js';
import { MAX_OFFERED } from '../slot-picker.js';

const MAX_CLIENT_KEY = 128;

export class WantedTimeDto {
  @Instant()
  starts_at!: string;

  @Id({ optional: true, description: 'Who leads it; left out: anybody who is free' })
  staff_id?: string;
}

export class PreviewOfferDto {
  @Id()
  service_id!: string;

  @Ids(MAX_PETS, { optional: true, description: 'Left out: the only pet of the customer, or none' })
  pet_ids?: string[];

  @Parts(() => WantedTimeDto, MAX_OFFERED, {
    optional: true,
    minItems: 1,
    description: 'Left out: the next free times on up to three days',
  })
  slots?: WantedTimeDto[];
}

export class CreateOfferDto extends PreviewOfferDto {
  @Text(MAX_CLIENT_KEY, {
    optional: true,
    description:
      'A name for the request: repeated it finds the same offer; for another service it is 409 CLIENT_KEY_REUSED',
  })
  client_key?: string;
}
